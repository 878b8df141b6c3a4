package dev.confluencekit.testkit.internal.body;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tasks in a body, found by their tags, so that they are found in a body that is not well-formed, too. */
public final class TaskItems {

    private static final Pattern TAG = Pattern.compile(
            "<!\\[CDATA\\[.*?]]>" + "|<(/?)(ac:task|ac:task-id|ac:task-status|ac:task-body)(?:\\s[^>]*)?>",
            Pattern.DOTALL);
    private static final Pattern ACCOUNT = Pattern.compile("ri:account-id=\"([^\"]+)\"");
    private static final Pattern DATE = Pattern.compile("<time\\s+datetime=\"([0-9]{4}-[0-9]{2}-[0-9]{2})\"");

    private TaskItems() {}

    /**
     * A task as it stands in a body.
     *
     * @param localId its id within the body
     * @param complete whether it is done
     * @param body its text, in storage format
     * @param place where it begins
     * @param statusFrom where the word for its status begins
     * @param statusTo where that ends
     */
    public record Item(String localId, boolean complete, String body, int place, int statusFrom, int statusTo) {

        /**
         * Gives whose it is: whom it mentions first.
         *
         * @return an account id, or empty
         */
        public Optional<String> assignee() {
            Matcher found = ACCOUNT.matcher(body);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }

        /**
         * Gives when it is to be done: the first date in it.
         *
         * @return a day, or empty
         */
        public Optional<LocalDate> due() {
            Matcher found = DATE.matcher(body);
            if (!found.find()) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.parse(found.group(1)));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }

        /**
         * Tells whether it says nothing.
         *
         * @return true if there are no words and nobody is mentioned
         */
        public boolean blank() {
            String words = body.replaceAll("<[^>]*>", " ").replace("&nbsp;", " ");
            return words.isBlank() && assignee().isEmpty();
        }
    }

    /**
     * Finds the tasks.
     *
     * @param storage a body in storage format
     * @return the tasks in their order; without those that have no id
     */
    public static List<Item> in(String storage) {
        if (!storage.contains("<ac:task>")) {
            return List.of();
        }
        List<Item> found = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(storage);
        while (tags.find()) {
            if (tags.group(2) == null) {
                continue;
            }
            boolean closing = !tags.group(1).isEmpty();
            if (tags.group(2).equals("ac:task")) {
                if (!closing) {
                    open.push(new Open(tags.start()));
                } else if (!open.isEmpty()) {
                    open.pop().item(storage).ifPresent(found::add);
                }
            } else if (!open.isEmpty()) {
                open.peek().see(tags.group(2), closing, closing ? tags.start() : tags.end());
            }
        }
        found.sort(Comparator.comparingInt(Item::place));
        return found;
    }

    /**
     * Writes another status.
     *
     * @param storage the body
     * @param item a task that was found in it
     * @param complete whether it is done from now on
     * @return the body with that
     */
    public static String with(String storage, Item item, boolean complete) {
        return storage.substring(0, item.statusFrom())
                + (complete ? "complete" : "incomplete")
                + storage.substring(item.statusTo());
    }

    /** A task whose end has not come yet. */
    private static final class Open {
        private final int place;
        private int idFrom = -1;
        private int idTo = -1;
        private int statusFrom = -1;
        private int statusTo = -1;
        private int bodyFrom = -1;
        private int bodyTo = -1;

        private Open(int place) {
            this.place = place;
        }

        private void see(String tag, boolean closing, int at) {
            switch (tag) {
                case "ac:task-id" -> {
                    idFrom = closing ? idFrom : at;
                    idTo = closing ? at : idTo;
                }
                case "ac:task-status" -> {
                    statusFrom = closing ? statusFrom : at;
                    statusTo = closing ? at : statusTo;
                }
                default -> {
                    bodyFrom = closing ? bodyFrom : at;
                    bodyTo = closing ? at : bodyTo;
                }
            }
        }

        private Optional<Item> item(String storage) {
            if (idFrom < 0 || idTo < idFrom || statusFrom < 0 || statusTo < statusFrom) {
                return Optional.empty();
            }
            return Optional.of(new Item(
                    storage.substring(idFrom, idTo).strip(),
                    storage.substring(statusFrom, statusTo).strip().equals("complete"),
                    bodyFrom < 0 || bodyTo < bodyFrom ? "" : storage.substring(bodyFrom, bodyTo),
                    place,
                    statusFrom,
                    statusTo));
        }
    }
}
