package org.lianqiao.web;

import jakarta.servlet.http.HttpServletResponse;
import lombok.extern.slf4j.Slf4j;
import org.lianqiao.shared.Forbidden;
import org.lianqiao.shared.NotFound;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what modules throw into the answer's status; the error pages say it in the reader's language. */
@ControllerAdvice
@Slf4j
@Order(0)
class Problems {
    @ExceptionHandler(NotFound.class)
    void notFound(HttpServletResponse response) throws java.io.IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** An address with an identifier that is none leads nowhere. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void noSuchAddress(MethodArgumentTypeMismatchException e, HttpServletResponse response) throws java.io.IOException {
        boolean inPath =
                e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        response.sendError(inPath ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
    }

    @ExceptionHandler(Forbidden.class)
    void forbidden(HttpServletResponse response) throws java.io.IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
