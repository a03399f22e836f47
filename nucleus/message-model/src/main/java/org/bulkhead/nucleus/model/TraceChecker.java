package org.bulkhead.nucleus.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.TraceEvent;

/**
 * Holds what a running nucleus recorded against the model: every message goes through the life of a {@link Request}, and ends only as {@link Request#mayEnd} allows.
 *
 * <p>What a trace does not tell (priorities, whether somebody waits, what may be repeated) is left open: the order in which messages are begun is held only against senders who serve nobody, and so
 * have one priority; and a queue that begins to count anew, with nothing in it, is taken for another in its place.
 */
public final class TraceChecker {
    private static final int NEIGHBOURS = 5;

    /** An event, as {@link org.bulkhead.nucleus.abi.TraceRecord} has it. */
    public record Event(TraceEvent kind, int isolate, int queue, int slot, long value, long order) {
    }

    /** A message in a slot, and who serves it. */
    private record Entry(int queue, Request request, int server) {
    }

    private static final int NOBODY = -1;

    private final Map<Integer, Entry> slots = new HashMap<>();
    private final Map<Integer, Long> lastOrders = new HashMap<>();
    private final Set<Integer> servers = new HashSet<>();
    private final Set<Integer> dead = new HashSet<>();

    /** Returns what the model does not allow about the first event that it does not allow, with the events around it; empty if it allows all. */
    public static Optional<String> check(List<Event> trace) {
        TraceChecker checker = new TraceChecker();
        for (int i = 0; i < trace.size(); i++) {
            Optional<String> wrong = checker.next(trace.get(i));
            if (wrong.isPresent()) {
                return Optional.of("event " + i + " is not allowed: " + wrong.get() + neighbours(trace, i));
            }
        }
        return Optional.empty();
    }

    private static String neighbours(List<Event> trace, int at) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, at - NEIGHBOURS); i < Math.min(trace.size(), at + NEIGHBOURS + 1); i++) {
            text.append(System.lineSeparator()).append(i == at ? " > " : "   ").append(i).append(' ').append(trace.get(i));
        }
        return text.toString();
    }

    private Optional<String> next(Event event) {
        boolean belongsToADeath = event.kind() == TraceEvent.ENDED || event.kind() == TraceEvent.REQUEUED;
        Optional<String> left = belongsToADeath ? Optional.empty() : leftByTheDead();
        if (left.isPresent()) return left;
        return switch (event.kind()) {
            case QUEUED -> queued(event);
            case BEGUN -> begun(event);
            case ENDED -> ended(event);
            case REQUEUED -> requeued(event);
            case DIED -> died(event);
        };
    }

    /** With a death end, or are queued again, all requests that the isolate served, and end all whose reply it wanted; what it had only sent is indistinguishable from those, and may stay. */
    private Optional<String> leftByTheDead() {
        return find(slots.values(), entry -> entry.request().phase() == Phase.IN_SERVICE && dead.contains(entry.server()))
                .map(entry -> "isolate " + entry.server() + " is dead and still serves " + entry.request());
    }

    private static Optional<Entry> find(Collection<Entry> entries, Predicate<Entry> condition) {
        return entries.stream().filter(condition).findFirst();
    }

    private Optional<String> queued(Event event) {
        if (slots.containsKey(event.slot())) return Optional.of("the slot is in use");
        Long last = lastOrders.put(event.queue(), event.order());
        boolean isNew = event.order() == 0 && find(slots.values(), entry -> entry.queue() == event.queue()).isEmpty();
        if (last != null && event.order() <= last && !isNew) return Optional.of("the queue had a message of order " + last + " before");
        dead.remove(event.isolate());
        slots.put(event.slot(), new Entry(event.queue(), new Request(event.isolate(), Kind.CALL, Repeat.NEVER, Lease.NONE, false, Phase.QUEUED, 0, 0, event.order(), (int) event.value(), null),
                NOBODY));
        return Optional.empty();
    }

    private Optional<String> begun(Event event) {
        dead.remove(event.isolate());
        servers.add(event.isolate());
        Entry entry = slots.get(event.slot());
        Optional<String> wrong = compare(event, entry);
        if (wrong.isPresent()) return wrong;
        if (entry.request().phase() != Phase.QUEUED) return Optional.of("it was not queued");
        if (entry.request().begun() == 2) return Optional.of("it had been begun twice");
        if (!servers.contains(entry.request().sender())) {
            Optional<Entry> earlier = find(slots.values(), other -> other.queue() == event.queue() && other.request().phase() == Phase.QUEUED
                    && other.request().sender() == entry.request().sender() && other.request().order() < event.order());
            if (earlier.isPresent()) return Optional.of("the sender had sent another before: " + earlier.get().request());
        }
        slots.put(event.slot(), new Entry(event.queue(), entry.request().begin(), event.isolate()));
        return Optional.empty();
    }

    private Optional<String> ended(Event event) {
        Entry entry = slots.get(event.slot());
        Optional<String> wrong = compare(event, entry);
        if (wrong.isPresent()) return wrong;
        Request request = entry.request();
        if (request.sender() != event.isolate()) return Optional.of("it was sent by isolate " + request.sender());
        if (event.value() == 0) {
            if (request.phase() != Phase.IN_SERVICE) return Optional.of("it was answered and not in service");
        } else {
            ErrorCode error = error(event.value());
            if (error == null) return Optional.of("there is no such error");
            if (!Request.mayEnd(request.phase(), request.begun(), error)) return Optional.of(error + " is not how it may end: " + request.phase() + ", begun " + request.begun() + " times");
        }
        slots.remove(event.slot());
        return Optional.empty();
    }

    private Optional<String> requeued(Event event) {
        Entry entry = slots.get(event.slot());
        Optional<String> wrong = compare(event, entry);
        if (wrong.isPresent()) return wrong;
        Request request = entry.request();
        if (request.phase() != Phase.IN_SERVICE || entry.server() != event.isolate()) return Optional.of("that isolate did not serve it");
        if (request.repeat() == Repeat.USED_UP) return Optional.of("it had been queued again before");
        slots.put(event.slot(), new Entry(event.queue(), request.queueAgain(), NOBODY));
        return Optional.empty();
    }

    private Optional<String> died(Event event) {
        dead.add(event.isolate());
        servers.remove(event.isolate());
        return Optional.empty();
    }

    private static Optional<String> compare(Event event, Entry entry) {
        if (entry == null) return Optional.of("there is no message in the slot");
        if (entry.queue() != event.queue()) return Optional.of("the slot is of queue " + entry.queue());
        return entry.request().order() == event.order() ? Optional.empty() : Optional.of("the message in the slot has order " + entry.request().order());
    }

    private static ErrorCode error(long result) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.result == result) return code;
        }
        return null;
    }
}
