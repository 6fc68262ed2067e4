package io.opsflow.testing;

import io.opsflow.accounts.Impersonation;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What tests of the whole product can inject. */
@TestConfiguration(proxyBeanMethods = false)
public class TestBeans {

    @Bean
    As as(Impersonation people) {
        return new As(people);
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
