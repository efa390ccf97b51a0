package org.lianqiao.prospects.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestLineTests {
    private static final LocalDate WEDNESDAY = LocalDate.of(2027, 1, 6);
    private static final UUID FAGAI = new UUID(0, 1);
    private static final Map<String, UUID> OFFICES = Map.of("通州", new UUID(0, 2), "通州发改", FAGAI);

    @Test
    void names_what_is_asked_who_answers_until_when_and_how() {
        var line = read("需要医疗资源 @通州发改 @周五 约见卫健部门");
        assertThat(line.text()).isEqualTo("需要医疗资源");
        assertThat(line.office()).isEqualTo(FAGAI);
        assertThat(line.due()).isEqualTo(LocalDate.of(2027, 1, 8));
        assertThat(line.measure()).isEqualTo("约见卫健部门");
        assertThat(line.unread()).isEmpty();
    }

    @Test
    void keeps_in_the_text_what_it_cannot_read_and_marks_it() {
        var line = read("需要人才 @某某局 @周八");
        assertThat(line.office()).isNull();
        assertThat(line.due()).isNull();
        assertThat(line.text()).isEqualTo("需要人才 @某某局 @周八");
        assertThat(line.unread()).containsExactly("@某某局", "@周八");
    }

    @Test
    void leaves_the_at_of_a_mail_address_alone() {
        assertThat(read("发送到 a@example.cn").text()).isEqualTo("发送到 a@example.cn");
    }

    private static RequestLine read(String line) {
        return RequestLine.read(line, WEDNESDAY, OFFICES);
    }
}
