package io.opsflow.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class EnvFileTest {

    @TempDir
    private Path folder;

    @Test
    void names_values_quotes_and_comments_are_read() throws IOException {
        Path file = Files.writeString(
                folder.resolve(".env"),
                """
                # what OpsFlow is told
                OPSFLOW_PORT=9090   # behind the proxy
                export OPSFLOW_TIME_ZONE = UTC

                OPSFLOW_DB_PASSWORD="with # and blank "
                OPSFLOW_BASE_URL='https://a.example'
                OPSFLOW_DB_USER=
                """);
        assertThat(EnvFile.read(file))
                .containsExactly(
                        entry("OPSFLOW_PORT", "9090"),
                        entry("OPSFLOW_TIME_ZONE", "UTC"),
                        entry("OPSFLOW_DB_PASSWORD", "with # and blank "),
                        entry("OPSFLOW_BASE_URL", "https://a.example"));
    }

    @Test
    void the_example_names_every_documented_setting_and_leaves_all_at_their_defaults() throws IOException {
        assertThat(EnvFile.read(Path.of(".env.example"))).isEmpty();
        String example = Files.readString(Path.of(".env.example"));
        Pattern name = Pattern.compile("OPSFLOW_[A-Z]+(?:_[A-Z]+)*(?!_)");
        for (String document : List.of("README.md", "docs/installing.md")) {
            assertThat(name.matcher(Files.readString(Path.of(document)))
                            .results()
                            .map(MatchResult::group))
                    .as(document)
                    .allSatisfy(setting -> assertThat(example).contains("\n" + setting + "="));
        }
    }

    @Test
    void a_line_that_is_no_setting_is_named_by_its_number() throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), "OPSFLOW_PORT=1\nport 8080\n");
        assertThatThrownBy(() -> EnvFile.read(file))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence(Locale.ENGLISH))
                        .startsWith("Line 2 of " + file));
    }

    @Test
    void no_file_is_no_setting() {
        assertThat(EnvFile.read(folder.resolve("none"))).isEmpty();
    }

    @Test
    void the_file_speaks_like_the_environment_and_spring_hears_what_follows() throws IOException {
        Path file = Files.writeString(
                folder.resolve(".env"),
                "OPSFLOW_PORT=9191\nOPSFLOW_SECRET_KEY=" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=\n");
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "opsflow.env-file", file.toString(),
                                "opsflow.data", folder.resolve("data").toString(),
                                "opsflow.db.url", "jdbc:h2:mem:env")));
        ConfigurationPropertySources.attach(environment);
        new SettingsFromEnvironment().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("server.port")).isEqualTo("9191");
        assertThat(environment.getProperty("spring.datasource.url")).startsWith("jdbc:h2:mem:env;");
        assertThat(environment.getProperty("logging.file.name")).endsWith("data/logs/opsflow.log");
        assertThat(folder.resolve("data/secret.key")).doesNotExist();
    }
}
