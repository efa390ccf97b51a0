package org.lianqiao.notifications;

/** A provider of short messages. Where none is a bean, messages stand in the outbox. */
public interface SmsAdapter {
    /** @param phone in E.164; throws where the provider did not take the message */
    void send(String phone, String text);
}
