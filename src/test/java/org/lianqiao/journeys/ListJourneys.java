package org.lianqiao.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A list is worked through without leaving it. */
@Journey
class ListJourneys {
    @Autowired
    Portal portal;

    @Test
    void a_row_opens_beside_the_ledger_and_is_open_still_when_the_reader_comes_back() {
        try (var officer = portal.signedIn("tz-officer", Screen.DESK)) {
            officer.opens("/ledger?stage=NEGOTIATING").opensBeside().shows(".pane h1");
            var enterprise = officer.reads("示例·\\S+有限公司");
            assertThat(officer.address()).isEqualTo("/ledger?stage=NEGOTIATING");
            officer.goes("打开整页").sees(enterprise).goesBack();
            assertThat(officer.address()).isEqualTo("/ledger?stage=NEGOTIATING");
            officer.shows(".pane h1").presses("Escape");
            assertThat(officer.focus()).contains(enterprise);
        }
    }
}
