package org.lianqiao.web;

import jakarta.servlet.http.HttpServletResponse;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Refused;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;

/** Puts a rule's refusal where the person typed. */
public final class Forms {
    private Forms() {}

    /**
     * Does it, and shows the rule that refuses at its field, or above the form.
     *
     * @return whether the form stands without an error
     */
    public static boolean accepted(BindingResult errors, Runnable use) {
        if (errors.hasErrors()) return false;
        try {
            use.run();
            return true;
        } catch (Refused refused) {
            refuse(errors, refused);
            return false;
        }
    }

    /**
     * Saves what was edited. Where it cannot be, the answer's status says why: something to change (422), or somebody saved
     * first (409), and then {@code meanwhile} adds to the page what stands there now.
     *
     * @return whether it is saved
     */
    public static boolean saved(BindingResult errors, HttpServletResponse response, Runnable use, Runnable meanwhile) {
        try {
            if (accepted(errors, use)) return true;
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        } catch (EditedMeanwhile | OptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            meanwhile.run();
        }
        return false;
    }

    /** Asks rules that stand by themselves, so that a person hears at once of all that is wrong; one word per field. */
    public static void check(BindingResult errors, Runnable... rules) {
        if (errors.getTarget() == null) return; // what was sent made no form: its fields say so already
        for (var rule : rules) {
            try {
                rule.run();
            } catch (Refused refused) {
                if (refused.getField() == null || !errors.hasFieldErrors(refused.getField())) refuse(errors, refused);
            }
        }
    }

    public static void refuse(BindingResult errors, Refused refused) {
        if (refused.getField() == null) errors.reject(refused.getKey(), refused.getArgs(), refused.getKey());
        else errors.rejectValue(refused.getField(), refused.getKey(), refused.getArgs(), refused.getKey());
    }
}
