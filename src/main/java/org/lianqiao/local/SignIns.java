package org.lianqiao.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Ends the console's start with the address and one sign-in per role. */
@Component
@Profile("!prod")
@ConditionalOnProperty(name = "lianqiao.demo", havingValue = "true")
class SignIns {
    @EventListener(ApplicationReadyEvent.class)
    void print(ApplicationReadyEvent ready) throws IOException {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web)) return;
        var server = web.getWebServer();
        if (server == null) return;
        var text = new StringBuilder("\n  链桥已启动  http://localhost:")
                .append(server.getPort())
                .append("\n\n");
        var table = new ClassPathResource("db/demo/sign-ins.tsv").getContentAsString(StandardCharsets.UTF_8);
        table.lines()
                .forEach(line ->
                        text.append("  ").append(line.replace("\t", "   ")).append('\n'));
        System.out.println(text);
    }
}
