package org.lianqiao.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A figure is as many as its list; a brief is taken along and says what its page says. */
@Journey
class CockpitJourneys {
    @Autowired
    Portal portal;

    @ParameterizedTest
    @EnumSource
    void a_figure_is_followed_to_its_list(Screen screen) {
        try (var lead = portal.signedIn("tz-lead", screen)) {
            lead.opens("/cockpit").sees("数据截至");
            var count = lead.reads("\\d+\\s*新增线索").replaceAll("\\D", "");
            assertThat(count).isNotEmpty();
            lead.follows("/ledger?scope=SIDE&since=").sees("共 " + count + " 条");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_brief_is_taken_along_and_says_what_its_page_says(Screen screen) throws IOException {
        try (var visitor = portal.visitor(screen)) {
            visitor.opens("/projects").opensFirst();
            var name = visitor.reads("示例·\\S+");
            visitor.goes("推介手册").sees(name);
            try (var brief = Loader.loadPDF(visitor.takes("下载 PDF"))) {
                var text = Normalizer.normalize(new PDFTextStripper().getText(brief), Normalizer.Form.NFKC);
                assertThat(text.replaceAll("\\s", ""))
                        .contains("示意图")
                        .contains("扫码查看")
                        .contains(name);
            }
        }
    }
}
