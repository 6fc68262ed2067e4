package io.opsflow.cli;

import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/** Of what Spring Boot and others configure by themselves, the little that front doors stand on. */
final class FewConfigurations extends AutoConfigurationImportSelector {

    private static final List<String> WANTED = List.of(
            "org.springframework.boot.autoconfigure.aop.",
            "org.springframework.boot.autoconfigure.context.",
            "org.springframework.boot.autoconfigure.dao.",
            "org.springframework.boot.autoconfigure.data.jpa.",
            "org.springframework.boot.autoconfigure.flyway.",
            "org.springframework.boot.autoconfigure.jackson.",
            "org.springframework.boot.autoconfigure.jdbc.",
            "org.springframework.boot.autoconfigure.orm.jpa.",
            "org.springframework.boot.autoconfigure.transaction.",
            "org.springframework.boot.autoconfigure.validation.",
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration");

    @Override
    protected List<String> getCandidateConfigurations(AnnotationMetadata metadata, AnnotationAttributes attributes) {
        return super.getCandidateConfigurations(metadata, attributes).stream()
                .filter(name -> WANTED.stream().anyMatch(name::startsWith))
                .toList();
    }

    /** None: whoever imports this does not say any. */
    @Override
    protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
        return new AnnotationAttributes();
    }

    /** What the server excludes is not among the wanted. */
    @Override
    protected Set<String> getExclusions(AnnotationMetadata metadata, AnnotationAttributes attributes) {
        return Set.of();
    }
}
