package io.opsflow.cli;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The program without its other ways in. It is no {@code @Configuration}, because the server, which looks through all
 * packages for those, would take it for one of its own.
 */
@Import(FewConfigurations.class)
@AutoConfigurationPackage(basePackages = "io.opsflow")
@ComponentScan(
        basePackages = "io.opsflow",
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(
                    type = FilterType.REGEX,
                    pattern = {
                        "io\\.opsflow\\.OpsFlow",
                        "io\\.opsflow\\.(api|shell|design)\\..*",
                        "io\\.opsflow\\.\\w+\\.(ui|rest|web)\\..*"
                    })
        })
final class Slim {

    private Slim() {}
}
