package org.lianqiao.projects;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.web.Lenient;

/** A model as it is edited. @param functions of its sites in order, {@code regions} beside them; an empty line is none */
record ModelForm(
        @Size(min = 2, max = 40, message = "{models.name.size}")
        String name,

        @Size(max = 300, message = "{projects.tooLong}") String summary,
        List<String> functions,
        List<String> regions,
        @Nullable Boolean active,
        @Nullable Long version) {
    /** Lines of the form. */
    static final int LINES = 4;

    ModelForm {
        name = Objects.requireNonNullElse(name, "");
        summary = Objects.requireNonNullElse(summary, "");
        functions = Objects.requireNonNullElse(functions, List.of());
        regions = Objects.requireNonNullElse(regions, List.of());
    }

    static ModelForm of(ProjectModels.Model model) {
        return new ModelForm(
                model.name(),
                model.summary(),
                model.sites().stream().map(s -> s.function().name()).toList(),
                model.sites().stream()
                        .map(s -> Objects.requireNonNullElse(s.regionCode(), ""))
                        .toList(),
                model.active(),
                model.version());
    }

    public String function(int line) {
        return line < functions.size() ? Objects.requireNonNullElse(functions.get(line), "") : "";
    }

    public String region(int line) {
        return line < regions.size() ? Objects.requireNonNullElse(regions.get(line), "") : "";
    }

    boolean isActive() {
        return Boolean.TRUE.equals(active);
    }

    List<ProjectModels.ModelSite> sites() {
        var sites = new ArrayList<ProjectModels.ModelSite>();
        for (int i = 0; i < LINES; i++) {
            var function = Lenient.value(SiteFunction.class, function(i));
            if (function != null)
                sites.add(new ProjectModels.ModelSite(function, region(i).isEmpty() ? null : region(i), ""));
        }
        return sites;
    }
}
