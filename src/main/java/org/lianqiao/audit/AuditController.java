package org.lianqiao.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The auditor looks and exports; nobody changes. */
@Controller
@RequestMapping("/audit")
@RequiredArgsConstructor
class AuditController {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String COLUMNS = "audit.at audit.person audit.organization audit.action audit.entity"
            + " audit.subject audit.detail audit.address audit.record";

    private final AuditTrail trail;
    private final AuditActions actions;
    private final Choices choices;
    private final ApplicationEventPublisher events;

    /** An entry in words. */
    record Line(AuditTrail.Entry entry, String action, String entity, String detail) {}

    @GetMapping
    String list(AuditFilter filter, Paging paging, Viewer auditor, Model model) {
        auditor.require(auditor.has(Role.AUDITOR));
        var page = trail.find(filter, paging.size());
        model.addAttribute("filter", filter);
        model.addAttribute("page", page);
        model.addAttribute("lines", page.rows().stream().map(this::line).toList());
        model.addAttribute("actions", actions.actions());
        model.addAttribute("entities", actions.entities());
        model.addAttribute("chips", chips(filter));
        return "audit/index";
    }

    private Line line(AuditTrail.Entry entry) {
        return new Line(
                entry, actions.action(entry.action()), actions.entity(entry.entity()), actions.detail(entry.detail()));
    }

    private List<Chip> chips(AuditFilter filter) {
        var chips = new ArrayList<Chip>();
        if (Lenient.pattern(filter.person()) != null) chip(chips, "person", filter.person());
        if (Lenient.pattern(filter.organization()) != null) chip(chips, "organization", filter.organization());
        if (filter.values().containsKey("action"))
            chip(chips, "action", actions.action(Objects.requireNonNull(filter.action())));
        if (filter.values().containsKey("entity"))
            chip(chips, "entity", actions.entity(Objects.requireNonNull(filter.entity())));
        if (filter.recordOf() != null) chip(chips, "record", filter.record());
        if (Lenient.date(filter.from()) != null) chip(chips, "from", filter.from());
        if (Lenient.date(filter.to()) != null) chip(chips, "to", filter.to());
        if (Lenient.pattern(filter.q()) != null) chip(chips, "q", filter.q());
        return chips;
    }

    private void chip(List<Chip> chips, String name, @Nullable String value) {
        chips.add(new Chip(name, choices.text("audit." + name), String.valueOf(value)));
    }

    /** CSV that Excel opens right, written as it is read: what was taken out is recorded before the first line. */
    @GetMapping("/export")
    void export(AuditFilter filter, Viewer auditor, HttpServletResponse response) throws IOException {
        auditor.require(auditor.has(Role.AUDITOR));
        var words = chips(filter).stream().map(c -> c.label() + "：" + c.value()).collect(Collectors.joining("；"));
        events.publishEvent(new Recorded(auditor, "audit.export", "audit", null, "audit.csv", words));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-" + LocalDate.now(Time.ZONE) + ".csv\"");
        var out = response.getWriter();
        out.write(Csv.MARK);
        row(out, Stream.of(COLUMNS.split(" ")).map(choices::text).toArray(String[]::new));
        trail.each(filter, entry -> {
            var line = line(entry);
            row(
                    out,
                    entry.at().atZoneSameInstant(Time.ZONE).format(SECOND),
                    entry.person(),
                    entry.organization(),
                    line.action(),
                    line.entity(),
                    entry.subject(),
                    line.detail(),
                    entry.address(),
                    Objects.toString(entry.entityId(), ""));
        });
        out.flush();
    }

    private static void row(PrintWriter out, String... cells) {
        out.write(Csv.line(cells));
    }
}
