package org.lianqiao.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lists the SQL statements that a piece of work sends on this thread, by whatever way: {@code JdbcClient}, Hibernate or
 * plain JDBC. {@code MockMvc} answers on the thread of the test, so that {@code Statements.of(() -> mvc.perform(…))} is
 * what a page costs; what the scheduler does meanwhile on its own threads is not in it.
 */
public final class Statements implements BeanPostProcessor {
    private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();

    /** What the work sends, in order; a batch counts once. Ask a page once before where its caches should be warm. */
    public static List<String> of(Callable<?> work) throws Exception {
        var sent = new ArrayList<String>();
        SENT.set(sent);
        try {
            work.call();
        } finally {
            SENT.remove();
        }
        return sent;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database && !(bean instanceof Counted) ? new Counted(database) : bean;
    }

    private static final class Counted extends DelegatingDataSource {
        Counted(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return proxy(Connection.class, (proxy, method, args) -> {
                var answer = answer(connection, method, args);
                if (!(answer instanceof Statement statement)) return answer;
                return counted(statement, method.getReturnType(), args == null ? "" : String.valueOf(args[0]));
            });
        }
    }

    /** @param prepared the SQL of a prepared statement; empty for one that is told when it is executed */
    private static Object counted(Statement statement, Class<?> type, String prepared) {
        return proxy(type, (proxy, method, args) -> {
            if (method.getName().startsWith("execute")) {
                var sent = SENT.get();
                var sql = args == null ? prepared : String.valueOf(args[0]);
                if (sent != null) sent.add(sql);
            }
            return answer(statement, method, args);
        });
    }

    private static Object answer(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
