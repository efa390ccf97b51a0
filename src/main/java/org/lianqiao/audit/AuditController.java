package org.lianqiao.audit;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The auditor looks and exports; nobody changes. */
@Controller
@RequestMapping("/audit")
@RequiredArgsConstructor
class AuditController {
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    @GetMapping
    String list(AuditTrail.Filter filter, Paging paging, Viewer auditor, Model model) {
        auditor.require(auditor.has(Role.AUDITOR));
        model.addAttribute("filter", filter);
        model.addAttribute("page", trail.find(filter, paging));
        return "audit/index";
    }

    /** CSV that Excel opens right: with a byte order mark, and no cell that it would compute. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export(AuditTrail.Filter filter, Viewer auditor) {
        auditor.require(auditor.has(Role.AUDITOR));
        var rows = trail.all(filter);
        events.publishEvent(new Recorded(auditor, "audit.export", "audit", null, String.valueOf(rows.size())));
        var text = Stream.concat(
                        Stream.of("\uFEFF时间,人员,单位,动作,对象,内容,地址"),
                        rows.stream()
                                .map(e -> line(
                                        e.at().atZoneSameInstant(Time.ZONE)
                                                .toLocalDateTime()
                                                .toString(),
                                        e.person(),
                                        e.organization(),
                                        e.action(),
                                        e.subject(),
                                        e.detail(),
                                        e.address())))
                .collect(Collectors.joining("\r\n"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String... cells) {
        return Stream.of(cells).map(AuditController::cell).collect(Collectors.joining(","));
    }

    static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
