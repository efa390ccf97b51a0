package org.lianqiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.lianqiao.LianQiao;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The portal itself on a fresh database in a directory of its own, gone when it is closed. */
public final class Portal implements AutoCloseable {
    private final Path directory;
    private final ConfigurableApplicationContext context;

    /** @param settings as on the command line: {@code --name=value} */
    public Portal(String... settings) throws IOException {
        directory = Files.createTempDirectory("lianqiao-bench");
        var fixed = Stream.of(
                "--server.port=0",
                "--lianqiao.demo=false",
                "--lianqiao.postgres.directory=" + directory.resolve("postgres"),
                "--lianqiao.files.directory=" + directory.resolve("files"),
                "--lianqiao.search.directory=" + directory.resolve("search"),
                "--logging.level.root=warn");
        context = new SpringApplicationBuilder(LianQiao.class)
                .bannerMode(Banner.Mode.OFF)
                .run(Stream.concat(
                                fixed.filter(f -> Stream.of(settings).noneMatch(s -> name(s).equals(name(f)))),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() throws IOException {
        context.close();
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
