package dev.confluencekit.testkit.internal.access;

import dev.confluencekit.testkit.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The accounts of the site by user name. Generated ids and keys are the same in every run of the same site id. */
public final class Accounts {

    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();
    private final String cloudId;

    /**
     * Makes the accounts of a site.
     *
     * @param known people whose accounts take over their id and name
     * @param cloudId the site; generated keys of two sites differ
     */
    public Accounts(List<Person> known, String cloudId) {
        this.cloudId = cloudId;
        known.forEach(person -> people.put(normal(person.email()), person));
    }

    /**
     * Finds or opens an account.
     *
     * @param email its user name; upper and lower case do not matter
     * @return the account
     */
    public Account open(String email) {
        if (email.isEmpty() || email.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user name is not empty and has no colon");
        }
        return accounts.computeIfAbsent(
                normal(email), name -> new Account(people.computeIfAbsent(name, n -> stranger(email)), this::secret));
    }

    /**
     * Finds somebody whom the site knows.
     *
     * @param accountId the account id
     * @return the person, or empty
     */
    public Optional<Person> person(String accountId) {
        return people.values().stream()
                .filter(person -> person.accountId().equals(accountId))
                .findFirst();
    }

    /**
     * Gives the address that others see.
     *
     * @param person somebody
     * @return the address, or empty if it is private
     */
    public String visibleEmail(Person person) {
        return find(person.email()).filter(Account::emailHidden).isPresent() ? "" : person.email();
    }

    Optional<Account> find(String email) {
        return Optional.ofNullable(accounts.get(normal(email)));
    }

    private static Person stranger(String email) {
        String name = email.indexOf('@') > 0 ? email.substring(0, email.indexOf('@')) : email;
        UUID id = UUID.nameUUIDFromBytes(normal(email).getBytes(StandardCharsets.UTF_8));
        return new Person("712020:" + id, name, name, email, "Etc/UTC");
    }

    private String secret() {
        int number = issued.incrementAndGet();
        UUID text = UUID.nameUUIDFromBytes((cloudId + " key " + number).getBytes(StandardCharsets.UTF_8));
        return "ATATT3xSimulated" + text.toString().replace("-", "") + "=" + String.format(Locale.ROOT, "%08X", number);
    }

    private static String normal(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
