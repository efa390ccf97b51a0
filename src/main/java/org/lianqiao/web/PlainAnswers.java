package org.lianqiao.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.RequiredArgsConstructor;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * What the container refuses before any filter sees it (bytes that no address may hold, headers that are too large or
 * contradict each other) gets a page of ours too. Who asks is not known, nor the language, so that it speaks both.
 */
@Component
@RequiredArgsConstructor
class PlainAnswers implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%2$s · %5$s</title>
              <link rel="stylesheet" href="/assets/vendor/tabler.min.css"><link rel="stylesheet" href="/assets/lianqiao.css">
            </head>
            <body class="is-public"><div class="body"><main class="sheet narrow">
              <p class="code">%1$d</p>
              <h1>%2$s</h1>
              <p>%3$s</p>
              <p lang="en">%4$s</p>
              <a class="btn btn-primary" href="/">%6$s</a>
            </main></div></body>
            </html>
            """;

    private final MessageSource messages;

    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Valve()));
    }

    private String page(int status) {
        var key = status < 500 ? "web.error.400" : "web.error.500";
        return PAGE.formatted(
                status,
                text("web.error.title", Locale.CHINA),
                text(key, Locale.CHINA),
                text(key, Locale.ENGLISH),
                text("web.brand", Locale.CHINA),
                text("web.error.home", Locale.CHINA));
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private final class Valve extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            var mayWrite = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, mayWrite);
            if (!mayWrite.get()) return;
            try {
                SafeHeaders.on(response);
                response.setContentType(MediaType.TEXT_HTML_VALUE);
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                response.setLocale(Locale.CHINA);
                response.getReporter().write(page(response.getStatus()));
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                // whoever asked has gone
            }
        }
    }
}
