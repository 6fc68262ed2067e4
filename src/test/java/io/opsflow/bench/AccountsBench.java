package io.opsflow.bench;

import io.opsflow.accounts.AccountFilter;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.Impersonation;
import io.opsflow.accounts.TokenLogin;
import io.opsflow.accounts.TokenSignIn;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.Rows;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The list of many people, and the check of an access token: what every page of the one and every call with the other costs. */
final class AccountsBench {

    private static final int PEOPLE = Integer.getInteger("opsflow.bench.people", 100_000);
    private static final int BATCH = 1_000;
    private static final long FIRST_ID = 1_000_000;
    private static final int ASKED = 40;
    private static final int CHECKED = 5_000;

    private static final List<String> FAMILY_NAMES = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴");
    private static final List<String> DEPARTMENTS = List.of("网络部", "系统部", "数据库部", "应用部", "安全部");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Path folder;

    /** @param folder where the product may keep its data */
    AccountsBench(Path folder) {
        this.folder = folder;
    }

    Map<String, Object> run(Database database) {
        try (Product product = new Product(folder, database.create())) {
            people(new JdbcTemplate(product.pool()));
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("people", PEOPLE);
            report.put("user_list", list(product, database.process()));
            report.put("token_check", tokens(product));
            return report;
        }
    }

    private static void people(JdbcTemplate sql) {
        Timestamp now = Timestamp.from(Instant.now());
        long role = role(sql, "REQUESTER");
        for (int from = 0; from < PEOPLE; from += BATCH) {
            List<Object[]> people = new ArrayList<>();
            List<Object[]> roles = new ArrayList<>();
            List<Object[]> words = new ArrayList<>();
            for (int number :
                    IntStream.range(from, Math.min(from + BATCH, PEOPLE)).toArray()) {
                String name = "p%06d".formatted(number);
                String realName =
                        FAMILY_NAMES.get(number % FAMILY_NAMES.size()) + Integer.toString(number, Character.MAX_RADIX);
                people.add(new Object[] {
                    FIRST_ID + number,
                    0,
                    name,
                    // Each differs, as the program would have it.
                    "#" + name,
                    "-",
                    realName,
                    name + "@example.com",
                    "138" + (10_000_000 + number),
                    DEPARTMENTS.get(number % DEPARTMENTS.size()),
                    true,
                    "SYSTEM",
                    now
                });
                roles.add(new Object[] {FIRST_ID + number, role});
                String phone = "138" + (10_000_000 + number);
                for (String word : List.of(
                        name,
                        realName,
                        realName.substring(1),
                        name + "@example.com",
                        "example.com",
                        "com",
                        phone,
                        phone.substring(7))) {
                    words.add(new Object[] {FIRST_ID + number, word});
                }
            }
            Rows.insert(
                    sql,
                    "app_user (id, version, username, name_skeleton, password_hash, real_name, email, phone,"
                            + " department, active, theme, created_at)",
                    people);
            Rows.insert(sql, "user_role (user_id, role_id)", roles);
            Rows.insert(sql, "user_word (user_id, word)", words);
        }
    }

    private static long role(JdbcTemplate sql, String code) {
        Long id = sql.queryForObject("select id from role where code = ?", Long.class, code);
        return id == null ? 0 : id;
    }

    private Map<String, Object> list(Product product, long process) {
        Accounts accounts = product.bean(Accounts.class);
        Authentication admin = product.bean(Impersonation.class).of("admin");
        JdbcTemplate sql = new JdbcTemplate(product.pool());
        Map<String, Object> result = new LinkedHashMap<>();
        for (Map.Entry<String, Question> question : questions().entrySet()) {
            Moves asked = new Moves();
            Moves bare = new Moves();
            AtomicLong nanos = new AtomicLong();
            AtomicLong databaseMillis = new AtomicLong();
            Impersonation.during(admin, () -> {
                for (int time = 0; time < ASKED; time++) {
                    // As a sign-in would: what H2 remembers of the same question is not what is measured.
                    sql.update("update app_user set last_sign_in_at = current_timestamp where username = 'viewer'");
                    long nanosBefore = THREADS.getCurrentThreadCpuTime();
                    long databaseBefore = process == 0 ? 0 : Machine.cpuMillis(process);
                    asked.make(() -> accounts.find(
                            question.getValue().filter(), question.getValue().paging()));
                    databaseMillis.addAndGet(process == 0 ? 0 : Machine.cpuMillis(process) - databaseBefore);
                    nanos.addAndGet(THREADS.getCurrentThreadCpuTime() - nanosBefore);
                    bare.make(() -> sql.queryForList("select * from app_user order by username limit 50"));
                }
            });
            Map<String, Object> figures = figures(asked, bare);
            figures.put("app_cpu_ms", Report.rounded((double) nanos.get() / TimeUnit.MILLISECONDS.toNanos(1) / ASKED));
            figures.put("db_cpu_ms", Report.rounded((double) databaseMillis.get() / ASKED));
            result.put(question.getKey(), figures);
        }
        return result;
    }

    private record Question(AccountFilter filter, Paging paging) {}

    /** What the screen asks for; the first page of everybody is asked twice, the first time to warm up. */
    private static Map<String, Question> questions() {
        Paging first = Paging.first(50);
        Map<String, Question> questions = new LinkedHashMap<>();
        questions.put("warm_up", new Question(AccountFilter.ALL, first));
        questions.put("first_page", new Question(AccountFilter.ALL, first));
        questions.put("deep_page", new Question(AccountFilter.ALL, new Paging(150, 50, null, null)));
        questions.put("by_real_name", new Question(AccountFilter.ALL, new Paging(3, 50, "real_name,desc", null)));
        questions.put("by_created", new Question(AccountFilter.ALL, new Paging(3, 50, "created_at,desc", null)));
        questions.put("text_of_one", new Question(text("p012345"), first));
        questions.put("text_of_many", new Question(text("p01"), first));
        questions.put("text_of_the_last", new Question(text("p09"), first));
        questions.put("text_of_everybody", new Question(text("example"), first));
        questions.put("text_by_real_name", new Question(text("p01"), new Paging(3, 50, "real_name,desc", null)));
        questions.put("two_texts_of_many", new Question(text("王 p01"), first));
        questions.put(
                "text_and_filters", new Question(new AccountFilter("p01", "REQUESTER", null, "网络部", true), first));
        questions.put("text_of_nobody", new Question(text("nobody-has-this"), first));
        questions.put("role", new Question(new AccountFilter(null, "REQUESTER", null, null, null), first));
        questions.put("rare_role", new Question(new AccountFilter(null, "ADMIN", null, null, true), first));
        questions.put("department", new Question(new AccountFilter(null, null, null, "网络部", null), first));
        questions.put("inactive", new Question(new AccountFilter(null, null, null, null, false), first));
        return questions;
    }

    private static AccountFilter text(String q) {
        return new AccountFilter(q, null, null, null, null);
    }

    /** Everything that stands before the API's own code, with a token; beside the signature's check alone. */
    private Map<String, Object> tokens(Product product) {
        String token = product.bean(TokenSignIn.class)
                .login(new TokenLogin("engineer", "engineer123"), new WebAuthenticationDetails("127.0.0.1", null))
                .accessToken();
        Filter chain = product.bean("springSecurityFilterChain", Filter.class);
        Moves warmUp = new Moves();
        Moves checks = new Moves();
        Moves bare = new Moves();
        byte[] signed = token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
        for (int time = 0; time < CHECKED; time++) {
            (time < CHECKED / 2 ? warmUp : checks).make(() -> check(chain, token));
            bare.make(() -> signature(signed));
        }
        return figures(checks, bare);
    }

    private static int check(Filter chain, String token) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/users/me");
        request.setServletPath("/api/v1/users/me");
        request.addHeader("Authorization", "Bearer " + token);
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain reached = new MockFilterChain();
        try {
            chain.doFilter(request, response, reached);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        if (reached.getRequest() == null) {
            throw new IllegalStateException("the token was refused: " + response.getStatus());
        }
        return response.getStatus();
    }

    private static byte[] signature(byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> figures(Moves measured, Moves beside) {
        Moves ours = Moves.all(List.of(measured));
        Moves bare = Moves.all(List.of(beside));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("ms_p50", precise(ours.percentile(50)));
        figures.put("ms_p95", precise(ours.percentile(95)));
        figures.put("ms_p99", precise(ours.percentile(99)));
        figures.put("baseline_ms_p50", precise(bare.percentile(50)));
        figures.put("ratio_p50", Report.rounded(ours.percentile(50) / bare.percentile(50)));
        return figures;
    }

    private static double precise(double millis) {
        return Math.round(millis * TimeUnit.MILLISECONDS.toMicros(1)) / (double) TimeUnit.MILLISECONDS.toMicros(1);
    }
}
