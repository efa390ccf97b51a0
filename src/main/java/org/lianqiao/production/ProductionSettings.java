package org.lianqiao.production;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Looks at the settings before anything starts. Outside the profile {@code prod} it asks for nothing. */
class ProductionSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int SHORTEST_SECRET = 12;
    private static final Set<String> WELL_KNOWN = Set.of(
            "postgres", "password", "lianqiao", "lianqiao#2026", "changeme", "change-me", "secret", "admin", "123456");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var problems = problems(context.getEnvironment());
        if (!problems.isEmpty()) throw new NotReady(problems);
    }

    static List<Problem> problems(Environment settings) {
        var problems = new ArrayList<Problem>();
        if (!settings.acceptsProfiles(Profiles.of("prod"))) return problems;
        database(settings, problems);
        address(settings, problems);
        mail(settings, problems);
        secret(
                settings,
                "lianqiao.sms.token",
                "LIANQIAO_SMS_TOKEN",
                !text(settings, "lianqiao.sms.url").isEmpty(),
                problems);
        return problems;
    }

    private static void database(Environment settings, List<Problem> problems) {
        if (!text(settings, "spring.datasource.url").startsWith("jdbc:postgresql:")
                || Boolean.TRUE.equals(settings.getProperty("lianqiao.postgres.embedded", Boolean.class)))
            problems.add(new Problem(
                    "the database is not named; the PostgreSQL inside is for trying out",
                    "LIANQIAO_DATABASE_URL=jdbc:postgresql://host:5432/lianqiao"));
        secret(settings, "spring.datasource.password", "LIANQIAO_DATABASE_PASSWORD", true, problems);
        if (Boolean.TRUE.equals(settings.getProperty("lianqiao.demo", Boolean.class)))
            problems.add(new Problem("demo data is switched on", "remove lianqiao.demo"));
    }

    /** Links in mails lead to this address; cookies with {@code __Host-} are sent over TLS only, or to this very machine. */
    private static void address(Environment settings, List<Problem> problems) {
        if (!isSafe(text(settings, "lianqiao.base-url")))
            problems.add(new Problem(
                    "the public address is missing or without TLS",
                    "LIANQIAO_BASE_URL=https://portal.example.cn (http://localhost:8080 on the own machine only)"));
        if (!Boolean.TRUE.equals(settings.getProperty("lianqiao.secure-cookies", Boolean.class)))
            problems.add(new Problem("cookies would be sent without TLS", "remove lianqiao.secure-cookies=false"));
    }

    private static boolean isSafe(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void mail(Environment settings, List<Problem> problems) {
        if (text(settings, "spring.mail.host").isEmpty())
            problems.add(
                    new Problem("no mail server: nobody could reset a password", "LIANQIAO_MAIL_HOST=smtp.example.cn"));
        if (!text(settings, "lianqiao.mail.from").matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            problems.add(new Problem("mail has no sender", "LIANQIAO_MAIL_FROM=portal@example.cn"));
    }

    private static void secret(
            Environment settings, String key, String variable, boolean needed, List<Problem> problems) {
        var secret = text(settings, key);
        if (!needed || secret.length() >= SHORTEST_SECRET && !WELL_KNOWN.contains(secret.toLowerCase(Locale.ROOT)))
            return;
        problems.add(new Problem(
                key + (secret.isEmpty() ? " is missing" : " is well known or shorter than " + SHORTEST_SECRET),
                variable + "=… (openssl rand -base64 24)"));
    }

    private static String text(Environment settings, String key) {
        return settings.getProperty(key, "").strip();
    }
}
