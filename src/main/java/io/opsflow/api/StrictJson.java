package io.opsflow.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/**
 * A number or a flag where a text belongs is a mistake of the caller's, and not a text; so is null within a list. A body is read
 * only so far.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    /** How many bytes the JSON of a call may have. */
    static final int LARGEST_BODY = 4 << 20;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strict() {
        return builder -> builder.postConfigurer(StrictJson::demand);
    }

    /** For what callers send alone: the program's own texts may be longer. */
    @Bean
    MappingJackson2HttpMessageConverter bounded(ObjectMapper mapper) {
        ObjectMapper ofCalls = mapper.copy();
        ofCalls.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(LARGEST_BODY)
                        .build());
        return new MappingJackson2HttpMessageConverter(ofCalls);
    }

    private static void demand(ObjectMapper mapper) {
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        JsonSetter.Value noNulls = JsonSetter.Value.forContentNulls(Nulls.FAIL);
        for (Class<?> type : List.of(Collection.class, List.class, Set.class)) {
            mapper.configOverride(type).setSetterInfo(noNulls);
        }
    }
}
