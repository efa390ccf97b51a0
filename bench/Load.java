import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person waits for: the pages everybody opens, a sign-in, an intent. One file, the JDK only; see {@code bench/load}. */
public final class Load {
    private static final int MOST_SECONDS = 60;
    private static final int MOST_CLIENTS = 16;
    private static final int MOST_READS = 20_000;
    private static final int MOST_SIGN_INS = 100;
    private static final int MOST_INTENTS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern NEED = Pattern.compile("href=\"(/needs/[0-9a-f-]{36})\"");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(_csrf|token)\" value=\"([^\"]+)\"");

    private final URI portal;
    private final int seconds;
    private final int clients;
    private final List<Visitor> senders = Collections.synchronizedList(new ArrayList<>());

    private Load(URI portal, int seconds, int clients) {
        this.portal = portal;
        this.seconds = seconds;
        this.clients = clients;
    }

    public static void main(String[] args) throws Exception {
        var portal = URI.create(args.length > 0 ? args[0] : "http://localhost:8080");
        if (portal.getHost() == null || !InetAddress.getByName(portal.getHost()).isLoopbackAddress()) {
            System.err.println("bench/load drives a portal on this machine only, not " + portal);
            System.exit(2);
        }
        new Load(portal, number(args, 1, 5, MOST_SECONDS), number(args, 2, 2, MOST_CLIENTS)).run();
    }

    private static int number(String[] args, int at, int otherwise, int most) {
        return args.length > at ? Math.min(Math.max(1, Integer.parseInt(args[at])), most) : otherwise;
    }

    private void run() throws Exception {
        var need = need();
        System.out.printf("%s, %d clients, %d s each, %d processors%n", portal, clients, seconds, processors());
        System.out.printf("%-10s %9s %8s %8s %8s %8s %8s%n", "", "requests", "a second", "p50 ms", "p95 ms", "p99 ms", "failed");
        measure("home", MOST_READS, visitor -> visitor.get("/").isOk());
        measure("needs", MOST_READS, visitor -> visitor.get("/needs").isOk());
        measure("need", MOST_READS, visitor -> visitor.get(need).isOk());
        measure("sign-in", MOST_SIGN_INS, this::signIn);
        measure("intent", MOST_INTENTS, this::sendIntent);
        for (var sender : senders) sender.post("/intents/follow/" + sender.hidden.get("token") + "/withdrawals", Map.of());
    }

    private String need() throws Exception {
        var found = NEED.matcher(new Visitor().get("/needs").body());
        if (!found.find()) throw new IllegalStateException("no open need on " + portal + "/needs");
        return found.group(1);
    }

    private boolean signIn(Visitor visitor) throws Exception {
        return visitor.post("/sign-in", Map.of("login", "enterprise", "password", "Lianqiao#2026")).leadsTo("/desk");
    }

    private boolean sendIntent(Visitor visitor) throws Exception {
        var random = ThreadLocalRandom.current();
        var sent = visitor.post(
                "/intents/new",
                Map.of(
                        "token", visitor.hidden.get("token"),
                        "region", "131024",
                        "enterpriseName", "示例·压测" + Long.toString(random.nextLong(1L << 40), 36) + "有限公司",
                        "contactName", "压测",
                        "contactPhone", "139" + (10_000_000 + random.nextInt(89_999_999)),
                        "message", "示例：测量提交意向所需的时间。",
                        "consent", "true"));
        senders.add(visitor);
        return sent.leadsTo("/intents/follow/");
    }

    private interface Deed {
        boolean succeeds(Visitor visitor) throws Exception;
    }

    /** Warms up for a fifth of the time; what a deed needs first (a form's token) is fetched outside the measured time. */
    private void measure(String name, int most, Deed deed) throws Exception {
        boolean writes = most < MOST_READS;
        if (!writes) drive(Math.max(1, seconds / 5), most, name, deed);
        var took = drive(seconds, most, name, deed);
        var sorted = took.times.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-10s %9d %8.0f %8.1f %8.1f %8.1f %8d%n",
                name,
                sorted.length,
                sorted.length * clients / Math.max(1e-9, Arrays.stream(sorted).sum() / 1e9),
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                took.failed.get());
    }

    private record Took(List<Long> times, AtomicInteger failed) {}

    private Took drive(int forSeconds, int most, String name, Deed deed) throws InterruptedException {
        var took = new Took(Collections.synchronizedList(new ArrayList<>()), new AtomicInteger());
        var left = new AtomicInteger(most);
        long end = System.nanoTime() + Duration.ofSeconds(forSeconds).toNanos();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            var thread = new Thread(() -> {
                var visitor = new Visitor();
                while (System.nanoTime() < end && left.getAndDecrement() > 0) {
                    try {
                        if (name.equals("sign-in")) (visitor = new Visitor()).open("/sign-in");
                        if (name.equals("intent")) (visitor = new Visitor()).open("/intents/new");
                        long start = System.nanoTime();
                        if (!deed.succeeds(visitor)) took.failed.incrementAndGet();
                        took.times.add(System.nanoTime() - start);
                    } catch (Exception e) {
                        took.failed.incrementAndGet();
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (var thread : threads) thread.join();
        return took;
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private record Answer(int status, String location, String body) {
        boolean isOk() {
            return status == 200;
        }

        boolean leadsTo(String path) {
            return status == 302 && location.contains(path);
        }
    }

    /** One browser: its cookies, kept by hand, and the hidden fields of the form it has open. */
    private final class Visitor {
        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        private final Map<String, String> cookies = new TreeMap<>();
        private final Map<String, String> hidden = new TreeMap<>();

        Answer get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(portal.resolve(path)).GET());
        }

        void open(String path) throws IOException, InterruptedException {
            var fields = HIDDEN.matcher(get(path).body());
            while (fields.find()) hidden.put(fields.group(1), fields.group(2));
        }

        Answer post(String path, Map<String, String> form) throws IOException, InterruptedException {
            var fields = new TreeMap<>(form);
            fields.put("_csrf", String.valueOf(hidden.get("_csrf")));
            var body = fields.entrySet().stream()
                    .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(HttpRequest.newBuilder(portal.resolve(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)));
        }

        private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
            request.timeout(PATIENCE).header("Accept", "text/html");
            if (!cookies.isEmpty())
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(c -> c.getKey() + "=" + c.getValue())
                                .collect(Collectors.joining("; ")));
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            for (var cookie : response.headers().allValues("Set-Cookie")) {
                var pair = cookie.substring(0, (cookie + ";").indexOf(';')).split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return new Answer(
                    response.statusCode(), response.headers().firstValue("Location").orElse(""), response.body());
        }
    }
}
