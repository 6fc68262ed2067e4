package io.opsflow.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test that needs a real system, found by an environment variable. Without it the test is skipped, unless
 * {@code OPSFLOW_LABS=required}: then it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(Lab.Present.class)
public @interface Lab {

    /** The variable that tells where the lab is. */
    String value();

    /** Decides whether a lab's tests run. */
    class Present implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String variable = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Lab.class)
                    .orElseThrow()
                    .value();
            if (System.getenv(variable) != null) {
                return ConditionEvaluationResult.enabled(variable + " is set");
            }
            if ("required".equals(System.getenv("OPSFLOW_LABS"))) {
                throw new IllegalStateException("labs are required, but " + variable + " is not set");
            }
            return ConditionEvaluationResult.disabled(variable + " is not set");
        }
    }
}
