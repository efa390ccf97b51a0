package org.lianqiao.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeedFormTests {
    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

    @Test
    void what_does_not_belong_to_the_subject_falls_away() {
        var product = form(NeedSubject.PRODUCT, ResourceKind.POLICY);
        assertThat(product.siteArea()).isNull();
        assertThat(product.tenure()).isNull();
        assertThat(product.resource()).isNull();
        assertThat(product.policyNumber()).isEmpty();
        assertThat(product.quantity()).isEqualTo("5");
        var site = form(NeedSubject.SITE, null);
        assertThat(site.quantity()).isNull();
        assertThat(site.quantityUnit()).isEmpty();
        assertThat(site.siteArea()).isEqualTo("8000");
    }

    @Test
    void only_a_policy_has_a_document_number_and_a_last_day() {
        assertThat(form(NeedSubject.RESOURCE, ResourceKind.TALENT).policyNumber())
                .isEmpty();
        assertThat(form(NeedSubject.RESOURCE, ResourceKind.POLICY).policyNumber())
                .isEqualTo("京通政发〔2026〕1号");
        assertThat(form(NeedSubject.RESOURCE, ResourceKind.POLICY).policyValidUntil())
                .isEqualTo(LATER);
    }

    @Test
    void each_field_stands_on_one_page_of_the_way() {
        var fields = Arrays.stream(NeedForm.class.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .filter(name -> !name.equals("version"))
                .toList();
        for (var step : NeedStep.values()) {
            var here = fields.stream().filter(f -> NeedStep.with(f) == step).toList();
            assertThat(here).isNotEmpty();
            assertThat(step.others()).doesNotContainAnyElementsOf(here);
            assertThat(step.others()).hasSize(fields.size() - here.size());
        }
        assertThat(List.of(NeedStep.WHAT, NeedStep.TERMS))
                .containsExactly(
                        NeedStep.of("what").orElseThrow(), NeedStep.of("terms").orElseThrow());
        assertThat(NeedStep.of("../what")).isEmpty();
    }

    private static NeedForm form(NeedSubject subject, ResourceKind resource) {
        return new NeedForm(
                NeedDirection.OFFER,
                NeedKind.FILL,
                subject,
                resource,
                "标题",
                "",
                "说明",
                null,
                "131082",
                null,
                null,
                BigDecimal.valueOf(5),
                "万件/年",
                BigDecimal.valueOf(8000),
                null,
                null,
                null,
                Tenure.RENT,
                "京通政发〔2026〕1号",
                LATER,
                false,
                LATER,
                null);
    }
}
