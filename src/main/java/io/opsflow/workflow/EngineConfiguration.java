package io.opsflow.workflow;

import io.opsflow.audit.AuditRecorder;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.transaction.TransactionManagerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaTransactionManager;

/** How the engine is set up: see the decisions on state, transactions and side doors. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /**
     * A broken rule that a diagram models must be able to commit: without this, the first front door that it crosses
     * marks the shared transaction for rollback.
     */
    @Bean
    TransactionManagerCustomizer<JpaTransactionManager> modelledErrorsCommit() {
        return manager -> manager.setGlobalRollbackOnParticipationFailure(false);
    }

    /** What expressions in diagrams can reach: steps, and no other bean. */
    @Bean
    Steps steps(ListableBeanFactory beans) {
        return new Steps(beans);
    }

    @Bean
    ProcessEnginePlugin houseRules(EngineListeners listeners, Steps steps, ObjectProvider<AuditRecorder> audit) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                List<BpmnParseListener> parseListeners = engine.getCustomPostBPMNParseListeners() == null
                        ? new ArrayList<>()
                        : new ArrayList<>(engine.getCustomPostBPMNParseListeners());
                parseListeners.add(listeners);
                engine.setCustomPostBPMNParseListeners(parseListeners);
                // Not setBeans: Spring has made its expression manager before, with every bean there is.
                engine.setExpressionManager(new JuelExpressionManager(steps.byName()));
                engine.getCustomHistoryEventHandlers().add(new EngineAudit(audit));
                engine.setEnableExceptionsAfterUnhandledBpmnError(true);
                engine.setStandaloneTasksEnabled(false);
                engine.setCmmnEnabled(false);
                engine.setEnableScriptEngineLoadExternalResources(false);
            }
        };
    }

    /** Looked for when the first is called, and not before: steps need front doors, which need the engine. */
    static final class Steps {

        private final ListableBeanFactory beans;
        private volatile Map<Object, Object> found = Map.of();

        private Steps(ListableBeanFactory beans) {
            this.beans = beans;
        }

        private Map<Object, Object> found() {
            if (found.isEmpty()) {
                found = Map.copyOf(beans.getBeansOfType(ProcessStep.class));
            }
            return found;
        }

        Map<Object, Object> byName() {
            return new AbstractMap<>() {
                @Override
                public Set<Entry<Object, Object>> entrySet() {
                    return found().entrySet();
                }

                @Override
                public boolean containsKey(Object name) {
                    return found().containsKey(name);
                }

                @Override
                public @Nullable Object get(Object name) {
                    return found().get(name);
                }
            };
        }
    }
}
