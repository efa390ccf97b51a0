package org.lianqiao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTests {
    @Test
    void accepts_the_code_of_the_standard() {
        assertThat(Uscc.parse("91350100M000100Y43")).isPresent();
    }

    @Test
    void forgives_full_width_small_letters_and_spaces() {
        assertThat(Uscc.parse(" ９１350100 m000100y43 ")).contains(new Uscc("91350100M000100Y43"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "91350100M000100Y44", "91350100M000100Y4", "91350100I000100Y43", "913501000000000000000"})
    void refuses_what_the_check_character_does_not_prove(String typed) {
        assertThat(Uscc.parse(typed)).isEmpty();
    }
}
