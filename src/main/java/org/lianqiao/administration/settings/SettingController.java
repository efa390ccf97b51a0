package org.lianqiao.administration.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the system administrator may set, each with its meaning, its range and who changed it last. */
@Controller
@RequestMapping("/administration/settings")
@RequiredArgsConstructor
class SettingController {
    private final SettingChanges changes;
    private final Choices choices;

    record Form(String value) {
        Form {
            value = Objects.requireNonNullElse(value, "");
        }
    }

    /** A setting as it stands in the list. */
    record Row(KnownSetting setting, String value, SettingChanges.@Nullable Change change) {
        public String key() {
            return setting.key;
        }

        public boolean isNumber() {
            return setting.number;
        }

        public boolean isUsual() {
            return value.equals(setting.otherwise);
        }
    }

    @GetMapping
    String list(Viewer administrator, Model model) {
        require(administrator);
        var kept = changes.all();
        Map<KnownSetting.Group, List<Row>> groups = new LinkedHashMap<>();
        for (var group : KnownSetting.Group.values())
            groups.put(
                    group,
                    Arrays.stream(KnownSetting.values())
                            .filter(s -> s.group == group)
                            .map(s -> row(s, kept.get(s.key)))
                            .toList());
        model.addAttribute("groups", groups);
        return "administration/settings";
    }

    @GetMapping("/{key}")
    String edit(@PathVariable String key, Viewer administrator, Model model) {
        require(administrator);
        var setting = known(key);
        model.addAttribute("form", new Form(changes.value(setting)));
        return page(setting, model);
    }

    @PostMapping("/{key}")
    String change(
            @PathVariable String key,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(administrator);
        var setting = known(key);
        if (Forms.accepted(errors, () -> changes.set(setting, form.value(), administrator))) {
            after.addFlashAttribute("flash", "administration.settings.saved");
            after.addFlashAttribute("flashArgs", new Object[] {choices.text("administration.setting." + setting.key)});
            return "redirect:/administration/settings";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(setting, model);
    }

    private String page(KnownSetting setting, Model model) {
        model.addAttribute("row", row(setting, changes.all().get(setting.key)));
        model.addAttribute("hint", hint(setting));
        return "administration/setting";
    }

    private String hint(KnownSetting setting) {
        var usual = setting.otherwise.isEmpty() ? choices.text("administration.settings.none") : setting.otherwise;
        return choices.text("administration.setting." + setting.key + ".hint")
                + (setting.number
                        ? choices.text("administration.settings.numberHint", setting.least, setting.most, usual)
                        : choices.text("administration.settings.textHint", setting.most, usual));
    }

    private static Row row(KnownSetting setting, SettingChanges.@Nullable Change change) {
        return new Row(setting, change == null ? setting.otherwise : change.value(), change);
    }

    private static KnownSetting known(String key) {
        return KnownSetting.of(key).orElseThrow(NotFound::new);
    }

    private static void require(Viewer viewer) {
        viewer.require(viewer.has(Role.SYSTEM_ADMIN));
    }
}
