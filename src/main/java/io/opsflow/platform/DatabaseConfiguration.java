package io.opsflow.platform;

import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool that everything shares, with Spring's settings for it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    ConnectionPool dataSource(DataSourceProperties database) {
        return database.initializeDataSourceBuilder().type(ConnectionPool.class).build();
    }
}
