package org.lianqiao.shared;

/**
 * A mail or a short message to send: published as an application event, kept within the transaction that caused it and
 * sent after its commit.
 *
 * @param recipient a mail address, or a phone number in E.164
 * @param subject of a mail; a short message has none
 * @param calendar an appointment that a mail brings along, as a calendar file; empty where there is none
 */
public record Message(Channel channel, String recipient, String subject, String body, String calendar) {
    /** The way a message takes. */
    public enum Channel {
        MAIL,
        SMS
    }

    /** By mail where the recipient is a mail address, else by short message. */
    public static Message to(String recipient, String subject, String body) {
        return to(recipient, subject, body, "");
    }

    public static Message to(String recipient, String subject, String body, String calendar) {
        return new Message(recipient.contains("@") ? Channel.MAIL : Channel.SMS, recipient, subject, body, calendar);
    }
}
