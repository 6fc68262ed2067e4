package io.opsflow;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.DomainError;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The house rules that a machine can check. */
@AnalyzeClasses(packages = "io.opsflow", importOptions = ImportOption.DoNotIncludeTests.class)
class StyleTest {

    /** The only code that may turn a domain error into something else: each stands where a way into the product ends. */
    private static final Set<String> TRANSLATORS = Set.of(
            "io.opsflow.api",
            "io.opsflow.cli",
            "io.opsflow.shell",
            "io.opsflow.design",
            "io.opsflow.workflow.ProcessStep");

    @ArchTest
    static final ArchRule the_engine_is_known_in_few_places = noClasses()
            .that(resideInAPackage("io.opsflow..")
                    .and(describe(
                            "outside workflow and process packages",
                            type -> !type.getPackageName().startsWith("io.opsflow.workflow")
                                    && !type.getPackageName().endsWith(".process"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule screens_know_nothing_of_the_engine = noClasses()
            .that()
            .resideInAPackage("io.opsflow.workflow.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule vaadin_is_known_to_screens_only = noClasses()
            .that(resideInAPackage("io.opsflow..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAnyPackage("..ui..", "io.opsflow.design..", "io.opsflow.shell.."))))
            .should()
            .dependOnClassesThat(resideInAPackage("com.vaadin..")
                    // The sign-in chain has to let Vaadin's own requests through.
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAPackage("com.vaadin.flow.spring.security.."))));

    @ArchTest
    static final ArchRule shell_and_api_know_no_feature = noClasses()
            .that()
            .resideInAnyPackage("io.opsflow.shell..", "io.opsflow.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.opsflow.accounts..", "io.opsflow.tickets..");

    @ArchTest
    static final ArchRule a_root_knows_none_of_its_ways_in = classes()
            .that()
            .resideInAPackage("io.opsflow.*")
            .should(new ArchCondition<>("not depend on their own sub-packages") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> dependency
                                    .getTargetClass()
                                    .getPackageName()
                                    .startsWith(type.getPackageName() + "."))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule names_say_what_things_are =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO|VO)$");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule constructors_need_no_annotation =
            noConstructors().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule entities_stay_inside =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule fields_of_entities_are_private = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and()
            .areNotStatic()
            .should()
            .bePrivate();

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .that()
            .doNotHaveSimpleName("MovableClock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nobody_waits_by_sleeping = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    /** Module adapters and the API's plumbing; who may do what is decided by the front door that calls them. */
    private static final Set<String> NOT_FRONT_DOORS = Set.of("Processes");

    @ArchTest
    static final ArchRule front_doors_ask_for_a_permission = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .and()
            .arePublic()
            .should(new ArchCondition<>("ask for a permission") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean asks = method.isAnnotatedWith(PreAuthorize.class)
                            || method.getOwner().isAnnotatedWith(PreAuthorize.class)
                            || NOT_FRONT_DOORS.contains(method.getOwner().getSimpleName());
                    events.add(new SimpleConditionEvent(method, asks, method.getFullName()));
                }
            });

    /** What is neither marked nor says that it only reads, and why. */
    private static final Map<String, String> NOT_AUDITED = Map.ofEntries(
            Map.entry("MyNotifications.markRead", "one's own bell: nobody else sees a difference"),
            Map.entry("MyNotifications.markAllRead", "one's own bell: nobody else sees a difference"),
            Map.entry("Tickets.close", "only checks; what moves the ticket then is audited"),
            Map.entry("Processes.start", "a module's own call; its front door is audited"),
            Map.entry("Processes.complete", "a module's own call; its front door is audited"),
            Map.entry("Processes.send", "a module's own call; its front door is audited"),
            Map.entry("Processes.refresh", "a module's own call; its front door is audited"),
            Map.entry("MySessions.stay", "nobody decides anything: a page tells that somebody is there"),
            Map.entry("MyPassword.mustChange", "reads what the sign-in knows"),
            Map.entry("DemoAccounts.visitors", "reads"),
            Map.entry("Registration.contact", "reads"),
            Map.entry("Attachments.largest", "reads"),
            Map.entry("Attachments.received", "reads what is being sent; nothing is kept yet"),
            Map.entry("Registration.mode", "reads"),
            Map.entry("FirstAdministrator.isAwaited", "reads"),
            Map.entry("AssetImports.begin", "only begins; the import itself is audited"),
            Map.entry("BulkEdits.apply", "each object's change is audited"),
            Map.entry("BulkEdits.begin", "only begins; each object's change is audited"),
            Map.entry("AssetImports.repeat", "only begins; the import itself is audited"),
            Map.entry("InboxAudit.compare", "reads, in many transactions"));

    @ArchTest
    static final ArchRule what_a_front_door_changes_is_audited = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .and()
            .arePublic()
            .and()
            .areNotStatic()
            .should(new ArchCondition<>("be marked @Audited(\"kind.action\"), or only read") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean reads = method.tryGetAnnotationOfType(Transactional.class)
                            .map(Transactional::readOnly)
                            .orElse(false);
                    boolean told = method.isAnnotatedWith(Audited.class)
                            || NOT_AUDITED.containsKey(method.getOwner().getSimpleName() + "." + method.getName());
                    events.add(new SimpleConditionEvent(method, reads || told, method.getFullName()));
                }
            });

    @ArchTest
    static final ArchRule views_say_who_may_open_them = classes()
            .that()
            .areAnnotatedWith(com.vaadin.flow.router.Route.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(jakarta.annotation.security.PermitAll.class)
            .orShould()
            .beAnnotatedWith(com.vaadin.flow.server.auth.AnonymousAllowed.class);

    @ArchTest
    static final ArchRule only_translators_catch_domain_errors = classes()
            .that()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should(new ArchCondition<>("let domain errors pass") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (TRANSLATORS.stream().anyMatch(type.getName()::startsWith)) {
                        return;
                    }
                    for (JavaCodeUnit unit : type.getCodeUnits()) {
                        for (TryCatchBlock block : unit.getTryCatchBlocks()) {
                            block.getCaughtThrowables().stream()
                                    .filter(caught -> caught.isAssignableTo(DomainError.class))
                                    .forEach(caught -> events.add(SimpleConditionEvent.violated(
                                            unit, unit.getFullName() + " catches " + caught.getSimpleName())));
                        }
                    }
                }
            });
}
