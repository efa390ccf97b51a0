package org.lianqiao.web;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * What people type: spaces around it are dropped; a text that the database cannot keep (NUL and other control
 * characters, broken UTF-8) is an error at its field, never at the database.
 */
@ControllerAdvice
class Typed {
    @InitBinder
    void texts(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                if (!isReadable(text)) throw new IllegalArgumentException("unreadable characters");
                setValue(text.strip());
            }
        });
    }

    static boolean isReadable(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || c == '\r' || c == '\t' || c != 0xFFFD && isText(c));
    }

    private static boolean isText(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
