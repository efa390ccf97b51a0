package org.lianqiao.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.organizations.NodePicks;
import org.lianqiao.organizations.OrganizationSize;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Option;
import org.lianqiao.web.Step;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a page of the registration shows beside the form itself. */
@Component
@RequiredArgsConstructor
class RegistrationPages {
    private final Registrations registrations;
    private final Catalogue catalogue;
    private final Choices choices;
    private final StoredFiles files;

    /** One line of the task list. */
    record Task(String label, String path, boolean done) {}

    String step(RegistrationStep step, @Nullable String token, Model model) {
        var registration = token == null ? null : registrations.find(token).orElse(null);
        model.addAttribute("token", token);
        model.addAttribute("steps", steps(step, registration));
        model.addAttribute("number", step.ordinal() + 1);
        switch (step) {
            case ORGANIZATION -> {
                model.addAttribute("kinds", kinds());
                model.addAttribute("regions", catalogue.regions());
            }
            case INDUSTRY -> {
                model.addAttribute("sizes", choices.of(OrganizationSize.class));
                model.addAttribute("picks", NodePicks.of(catalogue, chosen(model)));
            }
            case LICENCE ->
                model.addAttribute(
                        "file",
                        registration == null
                                ? null
                                : files.find(registration.licenceFileId()).orElse(null));
            case CONTACT -> {
                model.addAttribute("hasPassword", registration != null && registration.hasPassword());
                model.addAttribute("agreed", registration != null && registration.consentId() != null);
            }
        }
        return "accounts/register-" + step.path();
    }

    private List<UUID> chosen(Model model) {
        return model.getAttribute("form") instanceof RegistrationForms.Industry form && form.nodeIds() != null
                ? form.nodeIds()
                : List.of();
    }

    /** The code of an organisation that is here already leads to its door. */
    String join(String uscc) {
        return "redirect:/register/join?uscc=" + URLEncoder.encode(uscc, StandardCharsets.UTF_8);
    }

    List<Task> tasks(Registration registration) {
        return Arrays.stream(RegistrationStep.values())
                .map(step -> new Task(choices.label(step), step.path(), registration.has(step)))
                .toList();
    }

    private List<Step> steps(RegistrationStep now, @Nullable Registration registration) {
        return Arrays.stream(RegistrationStep.values())
                .map(step -> new Step(
                        choices.label(step),
                        step == now ? "now" : registration != null && registration.has(step) ? "done" : ""))
                .toList();
    }

    /** Who may register: offices and departments are set up by an administrator. */
    private List<Option> kinds() {
        return Stream.of(OrganizationKind.ENTERPRISE, OrganizationKind.ASSOCIATION, OrganizationKind.PARK)
                .map(kind -> new Option(kind.name(), choices.label(kind)))
                .toList();
    }
}
