package org.lianqiao.shared;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Something that people are to know: published as an application event within the transaction that caused it. They see
 * it under the bell, and by mail where they have an address.
 *
 * @param to who is told
 * @param key the sentence, a key of the bundles with {0} …
 * @param args its arguments, already readable
 * @param link the page where one acts on it
 */
public record Notice(Recipients to, String key, List<String> args, String link) {

    /** Named people, everybody of an organisation who holds one of the roles, or an address without an account. */
    public sealed interface Recipients {}

    public record People(Set<UUID> accountIds) implements Recipients {}

    public record Holders(UUID organizationId, Set<Role> roles) implements Recipients {}

    /** @param mailOrPhone a mail address, or a phone number that gets a short message */
    public record Outside(String mailOrPhone) implements Recipients {}

    public static Notice toPerson(UUID account, String key, String link, String... args) {
        return new Notice(new People(Set.of(account)), key, List.of(args), link);
    }

    public static Notice toHolders(UUID organization, Set<Role> roles, String key, String link, String... args) {
        return new Notice(new Holders(organization, roles), key, List.of(args), link);
    }

    public static Notice toOutside(String mailOrPhone, String key, String link, String... args) {
        return new Notice(new Outside(mailOrPhone), key, List.of(args), link);
    }
}
