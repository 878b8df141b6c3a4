package dev.confluencekit.integration;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.sync.Mirror;
import dev.confluencekit.sync.jdbc.JdbcTarget;
import dev.confluencekit.testkit.ConfluenceSimulator;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floors of the house and the arrows between them. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("recorder")) // of the tests, too
            .importPackages("dev.confluencekit");

    @Test
    void classes_of_every_floor_are_looked_at() {
        assertThat(Stream.of("core", "auth", "content", "sync", "markup", "integration", "testkit"))
                .allMatch(floor ->
                        MAIN.stream().anyMatch(type -> type.getPackageName().startsWith("dev.confluencekit." + floor)));
    }

    @Test
    void core_sees_none_of_the_floors_above() {
        noClasses()
                .that(resideInAnyPackage("dev.confluencekit.core.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.confluencekit.auth..",
                        "dev.confluencekit.content..",
                        "dev.confluencekit.sync..",
                        "dev.confluencekit.integration..",
                        "dev.confluencekit.testkit.."))
                .check(MAIN);
    }

    @Test
    void auth_and_content_see_core_only_and_never_each_other() {
        noClasses()
                .that(resideInAnyPackage("dev.confluencekit.auth.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.confluencekit.content..",
                        "dev.confluencekit.sync..",
                        "dev.confluencekit.integration..",
                        "dev.confluencekit.testkit.."))
                .check(MAIN);
        noClasses()
                .that(resideInAnyPackage("dev.confluencekit.content.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.confluencekit.auth..",
                        "dev.confluencekit.sync..",
                        "dev.confluencekit.integration..",
                        "dev.confluencekit.testkit.."))
                .check(MAIN);
    }

    @Test
    void mirrors_see_content_and_core_and_neither_keys_nor_the_facade() {
        noClasses()
                .that(resideInAnyPackage("dev.confluencekit.sync.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.confluencekit.auth..", "dev.confluencekit.integration..", "dev.confluencekit.testkit.."))
                .check(MAIN);
    }

    @Test
    void bodies_are_converted_without_the_rest_and_nothing_here_needs_that() {
        noClasses()
                .that(resideInAnyPackage("dev.confluencekit.markup..")
                        .and(resideOutsideOfPackage("dev.confluencekit.markup.site..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.confluencekit.core..",
                        "dev.confluencekit.content..",
                        "dev.confluencekit.sync..",
                        "dev.confluencekit.markup.site.."))
                .check(MAIN);
        noClasses()
                .that(resideInAnyPackage("dev.confluencekit.markup.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.confluencekit.auth..", "dev.confluencekit.integration..", "dev.confluencekit.testkit.."))
                .check(MAIN);
        noClasses()
                .that(resideOutsideOfPackage("dev.confluencekit.markup.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.confluencekit.markup..", "org.jsoup..", "org.commonmark.."))
                .check(MAIN);
    }

    @Test
    void databases_are_for_one_target_alone_and_it_sees_mirrors_by_their_doors() {
        noClasses()
                .that(resideOutsideOfPackage("dev.confluencekit.sync.jdbc.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "dev.confluencekit.sync.jdbc.."))
                .check(MAIN);
        noClasses()
                .that(resideInAnyPackage("dev.confluencekit.sync.jdbc.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.confluencekit.content..",
                        "dev.confluencekit.sync.internal.run..",
                        "dev.confluencekit.sync.internal.site..",
                        "dev.confluencekit.sync.internal.checkpoint.."))
                .check(MAIN);
    }

    @Test
    void the_facade_does_not_see_the_testkit_and_the_testkit_sees_nothing_of_ours() {
        noClasses()
                .that(resideInAnyPackage("dev.confluencekit.integration.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.confluencekit.testkit.."))
                .check(MAIN);
        noClasses()
                .that(resideInAnyPackage("dev.confluencekit.testkit.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.confluencekit.core..",
                        "dev.confluencekit.auth..",
                        "dev.confluencekit.content..",
                        "dev.confluencekit.sync..",
                        "dev.confluencekit.integration.."))
                .check(MAIN);
    }

    @Test
    void no_package_of_a_floor_depends_on_itself_by_a_detour() {
        for (String floor : List.of("core", "content", "sync", "integration", "testkit")) {
            slices().matching("dev.confluencekit." + floor + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .check(MAIN);
        }
    }

    @Test
    void nothing_prints_or_changes_the_host_s_JVM() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .orShould()
                .callMethod(Runtime.class, "addShutdownHook", Thread.class)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(MAIN);
    }

    @Test
    void no_type_of_a_library_shows_in_a_public_signature() {
        Set<String> leaks = MAIN.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getPackageName().contains(".internal"))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(unit -> typesOf(unit).anyMatch(ArchitectureTest::isForeign))
                .map(JavaCodeUnit::getFullName)
                .collect(Collectors.toSet());
        assertThat(leaks).isEmpty();
    }

    private static Stream<JavaClass> typesOf(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
    }

    private static boolean isForeign(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        return !type.getBaseComponentType().isPrimitive()
                && !name.startsWith("java.")
                && !name.startsWith("javax.net.ssl.")
                && !name.startsWith("javax.sql.")
                && !name.startsWith("dev.confluencekit.");
    }

    @Test
    void the_module_descriptors_draw_the_same_arrows() {
        assertThat(ownRequirements(ConfluenceRuntime.class)).isEmpty();
        assertThat(ownRequirements(CredentialStore.class)).containsExactly("dev.confluencekit.core");
        assertThat(ownRequirements(PagesClient.class)).containsExactly("dev.confluencekit.core");
        assertThat(ownRequirements(Mirror.class))
                .containsExactlyInAnyOrder("dev.confluencekit.content", "dev.confluencekit.core");
        assertThat(ownRequirements(JdbcTarget.class)).containsExactly("dev.confluencekit.sync");
        assertThat(ownRequirements(ConfluenceSimulator.class)).isEmpty();
        assertThat(ownRequirements(ConfluenceIntegration.class))
                .containsExactlyInAnyOrder(
                        "dev.confluencekit.auth",
                        "dev.confluencekit.content",
                        "dev.confluencekit.core",
                        "dev.confluencekit.sync");
    }

    private static Set<String> ownRequirements(Class<?> member) {
        return descriptor(member).requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .filter(name -> name.startsWith("dev.confluencekit."))
                .collect(Collectors.toSet());
    }

    private static ModuleDescriptor descriptor(Class<?> member) {
        try {
            Path place = Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
            Set<ModuleReference> found = ModuleFinder.of(place).findAll();
            assertThat(found).as("module in %s", place).hasSize(1);
            return found.iterator().next().descriptor();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
