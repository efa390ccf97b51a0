package org.lianqiao.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.util.DetailedError;

/**
 * Names what is wrong in the order in which a form asks, that of its record's parts: Bean Validation has none, and rules
 * of the business come after it.
 */
public final class FormOrder {
    public List<DetailedError> of(List<DetailedError> errors, @Nullable Object form) {
        if (form == null || !form.getClass().isRecord()) return errors;
        var asked = Arrays.stream(form.getClass().getRecordComponents())
                .map(part -> part.getName())
                .toList();
        return errors.stream()
                .sorted(Comparator.comparingInt(e -> asked.indexOf(e.getFieldName())))
                .toList();
    }
}
