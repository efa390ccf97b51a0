package org.lianqiao.cockpit.briefs;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** A brief as a PDF on A4, in a font that shows every place name: Noto Sans SC, of which only the letters used are packed. */
@Component
@RequiredArgsConstructor
class BriefPdf {
    private static final String FONT = "Noto Sans SC";

    /** Each takes some 60 MB while it is written. */
    private final Semaphore atOnce = new Semaphore(2);

    private final SpringTemplateEngine templates;

    byte[] write(Brief brief, Locale locale) {
        atOnce.acquireUninterruptibly();
        try {
            return render(brief, locale);
        } finally {
            atOnce.release();
        }
    }

    private byte[] render(Brief brief, Locale locale) {
        var page = templates.process("cockpit/briefs/pdf", new Context(locale, Map.of("brief", brief)));
        try (var out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .useFont(() -> resource("/fonts/NotoSansSC-Regular.ttf"), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(() -> resource("/fonts/NotoSansSC-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true)
                    .withHtmlContent(page, style())
                    .withProducer("LianQiao")
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String style() {
        return Objects.requireNonNull(BriefPdf.class.getResource("/pdf/brief.css"))
                .toExternalForm();
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(BriefPdf.class.getResourceAsStream(path));
    }
}
