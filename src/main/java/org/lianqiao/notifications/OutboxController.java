package org.lianqiao.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Message;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 已发消息: every mail and short message, and how it went. */
@Controller
@RequestMapping("/administration/outbox")
@RequiredArgsConstructor
class OutboxController {
    private final OutboxPages outbox;
    private final Choices choices;

    @GetMapping
    String list(OutboxFilter filter, Paging paging, Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("filter", filter);
        model.addAttribute("page", outbox.find(filter, paging));
        model.addAttribute("channels", choices.of(Message.Channel.class));
        model.addAttribute("states", choices.of(OutboxState.class));
        model.addAttribute("chips", chips(filter));
        model.addAttribute("mail", outbox.isSent(Message.Channel.MAIL));
        model.addAttribute("sms", outbox.isSent(Message.Channel.SMS));
        return "notifications/outbox";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("m", outbox.find(id).orElseThrow(NotFound::new));
        model.addAttribute("revealed", false);
        return "notifications/message";
    }

    @PostMapping("/{id}/reveals")
    String reveal(@PathVariable UUID id, Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("m", outbox.reveal(id, administrator));
        model.addAttribute("revealed", true);
        return "notifications/message";
    }

    @PostMapping("/{id}/retries")
    String retry(@PathVariable UUID id, Viewer administrator, RedirectAttributes after) {
        require(administrator);
        try {
            outbox.retry(id, administrator);
            after.addFlashAttribute("flash", "notifications.outbox.retried");
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/administration/outbox/" + id;
    }

    private List<Chip> chips(OutboxFilter filter) {
        var chips = new ArrayList<Chip>();
        var channel = filter.channelOf();
        if (channel != null)
            chips.add(new Chip("channel", choices.text("notifications.outbox.channel"), choices.label(channel)));
        var state = filter.stateOf();
        if (state != null)
            chips.add(new Chip("state", choices.text("notifications.outbox.state"), choices.label(state)));
        if (Lenient.pattern(filter.q()) != null)
            chips.add(new Chip("q", choices.text("notifications.outbox.words"), String.valueOf(filter.q())));
        return chips;
    }

    private static void require(Viewer viewer) {
        viewer.require(viewer.has(Role.SYSTEM_ADMIN));
    }
}
