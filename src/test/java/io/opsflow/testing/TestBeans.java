package io.opsflow.testing;

import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.UserDetailsService;

/** What tests of the whole product can inject. */
@TestConfiguration(proxyBeanMethods = false)
public class TestBeans {

    @Bean
    As as(UserDetailsService users) {
        return new As(users);
    }

    @Bean
    static SqlCount sqlCount() {
        return new SqlCount();
    }

    @Bean
    static BeanPostProcessor countsStatements(SqlCount count) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                return bean instanceof DataSource source && beanName.equals("dataSource")
                        ? ProxyDataSourceBuilder.create(source).listener(count).build()
                        : bean;
            }
        };
    }
}
