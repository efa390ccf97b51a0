package org.lianqiao.web;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field in which what somebody else saved differs from what was typed, shown above the form so that no text is lost.
 *
 * @param field the form's field
 * @param theirs what is saved now
 */
public record Difference(String field, String theirs) {
    /** The fields in which two forms of the same type differ; their versions aside. */
    public static List<Difference> between(Record mine, Record theirs) {
        var found = new ArrayList<Difference>();
        for (var component : theirs.getClass().getRecordComponents()) {
            var saved = value(component, theirs);
            if (!component.getName().equals("version") && !Objects.equals(saved, value(component, mine)))
                found.add(new Difference(component.getName(), text(saved)));
        }
        return found;
    }

    /** What each field of a form holds, as the form would send it; empty texts for nothing. */
    public static Map<String, String> texts(Record form) {
        var texts = new LinkedHashMap<String, String>();
        for (var component : form.getClass().getRecordComponents()) {
            var value = value(component, form);
            texts.put(
                    component.getName(),
                    value instanceof BigDecimal number ? number.toPlainString() : Objects.toString(value, ""));
        }
        return texts;
    }

    private static @Nullable Object value(RecordComponent component, Record form) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(form);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Object[] many) return Arrays.toString(many);
        return value == null || value.toString().isEmpty() ? "—" : value.toString();
    }
}
