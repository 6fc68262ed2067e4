package io.opsflow.audit;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * Around an audited method, from outside: what was refused, permission, transaction, what was done, the method. A refusal
 * is told when nothing of the change is left; what was done is told within the transaction that does it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
@EnableTransactionManagement(order = AuditConfiguration.TRANSACTION)
class AuditConfiguration {

    private static final int REFUSED = Ordered.HIGHEST_PRECEDENCE + 1000;
    /** Behind everything that asks for permissions. */
    static final int TRANSACTION = 10_000;

    private static final int DONE = 20_000;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor refusedChanges(ObjectProvider<AuditLog> log) {
        return advisor(REFUSED, invocation -> {
            Audited audited = invocation.getMethod().getAnnotation(Audited.class);
            AuditedCall call =
                    AuditedCall.begin(audited.value(), ObjectKey.in(invocation.getArguments()), log.getObject());
            boolean done = false;
            try {
                Object result = invocation.proceed();
                done = true;
                return result;
            } catch (Throwable why) {
                call.failed(why);
                throw why;
            } finally {
                call.end();
                if (done) {
                    call.tellRefused();
                }
            }
        });
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor doneChanges() {
        return advisor(DONE, invocation -> {
            Object result = invocation.proceed();
            AuditedCall call = AuditedCall.current();
            if (call != null) {
                call.done();
            }
            return result;
        });
    }

    private static Advisor advisor(int order, MethodInterceptor interceptor) {
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forMethodAnnotation(Audited.class), interceptor);
        advisor.setOrder(order);
        return advisor;
    }
}
