package io.opsflow.assets.rest;

import io.opsflow.assets.AssetFilter;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the API's description by which fields a list of assets is filtered: what the list itself knows. */
@Configuration(proxyBeanMethods = false)
class FilterDescription {

    @Bean
    GlobalOperationCustomizer filtersOfAssets() {
        return (operation, method) -> {
            Filters filters = method.getMethodAnnotation(Filters.class);
            if (filters != null) {
                AssetFilter.parameters(filters.value())
                        .forEach(name -> operation.addParametersItem(
                                new QueryParameter().name(name).schema(new StringSchema())));
            }
            return operation;
        };
    }
}
