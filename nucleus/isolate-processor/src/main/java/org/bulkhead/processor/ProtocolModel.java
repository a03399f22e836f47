package org.bulkhead.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A protocol that can be encoded. */
record ProtocolModel(TypeElement source, ClassName type, int version, List<Operation> operations) {
    /** Bytes of payload of a message; {@code MessageLayout.PAYLOAD_SIZE}, which this module cannot see. */
    static final int PAYLOAD_SIZE = 96;
    /** Bytes of payload that the handles of a message take. */
    static final int HANDLES_SIZE = 16;
    /** Leases and handles of a message; {@code MessageLayout.TRANSFER_LIMIT}. */
    static final int TRANSFER_LIMIT = 4;
    static final int VERSION_LIMIT = 255;
    static final int OPERATION_LIMIT = 255;

    /** Names that generated code uses where a method's parameters are visible. */
    private static final Set<String> OWN_NAMES = Set.of("message", "outcome", "result", "e", Signatures.REPLY);
    private static final int TAG_BITS = 15;
    private static final int TAG_SHIFT = 16;
    private static final int VERSION_SHIFT = 8;

    /** How the reply to an operation comes about. */
    enum Answer {
        /** The server's method returns it. */
        RETURNED,
        /** The server gives it when it can. */
        DEFERRED,
        /** There is none. */
        NONE
    }

    /** What a parameter is made of. */
    sealed interface Content {}

    /** The parameter is in the payload. */
    record Value(WireType type) implements Content {}

    /** The parameter is lent; its length is in the payload. */
    record Loan(Direction direction, int max) implements Content {
        static final int LENGTH_SIZE = Integer.BYTES;
    }

    /** The parameter is the time limit of the call, in nanoseconds, and is not in the payload. */
    record TimeLimit() implements Content {}

    /** The parameter is a handle, which is the server's when the request has been sent. */
    record Moved() implements Content {}

    /** What a server may do with lent memory; the constants are those of {@code LeaseAccess}. */
    enum Direction { READ, WRITE }

    /** A parameter of a method. */
    record Parameter(String name, Content content) {
        /** The fewest bytes of payload. */
        int min() {
            if (content instanceof Value value) {
                return value.type().min();
            }
            return content instanceof Loan ? Loan.LENGTH_SIZE : 0;
        }

        /** The most bytes of payload, as {@link WireType#declaredMax} says it. */
        int declaredMax() {
            return content instanceof Value value ? value.type().declaredMax() : min();
        }

        boolean isLent() {
            return content instanceof Loan;
        }

        boolean isMoved() {
            return content instanceof Moved;
        }
    }

    /**
     * A method.
     *
     * @param number from 1 on, in the order of the source
     * @param result null for none
     * @param timeout nanoseconds; -1 for none, or for what a {@link TimeLimit} says
     */
    record Operation(ExecutableElement source, String name, int number, List<Parameter> parameters, WireType result, List<ClassName> exceptions, Answer answer, boolean isIdempotent,
            long timeout) {
        /** The name of the constant for its code. */
        String constant() {
            return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT);
        }

        /** The name of a parameter in generated code: another one if that code uses the name itself. */
        String local(Parameter parameter) {
            String local = parameter.name();
            while (OWN_NAMES.contains(local) || !local.equals(parameter.name()) && isParameter(local)) {
                local += '_';
            }
            return local;
        }

        private boolean isParameter(String other) {
            return parameters.stream().anyMatch(each -> each.name().equals(other));
        }

        /** Whether all requests have the same number of bytes, and nothing travels with them. */
        boolean isFixed() {
            return parameters.stream().noneMatch(each -> each.isLent() || each.isMoved() || each.content() instanceof Value value && value.type().isVariable());
        }

        /** Whether all replies that return something have the same number of bytes. */
        boolean isResultFixed() {
            return result == null || !result.isVariable();
        }

        /** The fewest bytes of a request. */
        int min() {
            return parameters.stream().mapToInt(Parameter::min).sum();
        }

        /** The fewest bytes of a reply that returns something. */
        int resultMin() {
            return result == null ? 0 : result.min();
        }

        int leases() {
            return (int) parameters.stream().filter(Parameter::isLent).count();
        }

        int handles() {
            return (int) parameters.stream().filter(Parameter::isMoved).count();
        }

        /** The bytes that a request has room for. */
        int capacity() {
            return handles() == 0 ? PAYLOAD_SIZE : PAYLOAD_SIZE - HANDLES_SIZE;
        }

        Stream<Loan> loans() {
            return parameters.stream().map(Parameter::content).filter(Loan.class::isInstance).map(Loan.class::cast);
        }
    }

    boolean hasDeferred() {
        return operations.stream().anyMatch(each -> each.answer() == Answer.DEFERRED);
    }

    /** Returns the class beside the interface whose name is the interface's and {@code suffix}. */
    ClassName companion(String suffix) {
        return ClassName.get(type.packageName(), String.join("", type.simpleNames()) + suffix);
    }

    /** The protocol's name and version, for people. */
    String title() {
        return String.join(".", type.simpleNames()) + " version " + version;
    }

    /** Returns the code of an operation, whose layout {@code OperationCode} draws. */
    int code(Operation operation) {
        int hash = type.canonicalName().hashCode();
        int tag = (hash ^ hash >>> TAG_BITS) & (1 << TAG_BITS) - 1;
        return (tag == 0 ? 1 : tag) << TAG_SHIFT | version << VERSION_SHIFT | operation.number();
    }

    /** All types that are or contain values of the protocol. */
    Stream<WireType> wireTypes() {
        return operations.stream().flatMap(each -> Stream.concat(
            each.parameters().stream().map(Parameter::content).filter(Value.class::isInstance).map(content -> ((Value) content).type()),
            Stream.ofNullable(each.result()))).flatMap(ProtocolModel::withContents);
    }

    private static Stream<WireType> withContents(WireType type) {
        Stream<WireType> contents = Stream.of();
        if (type instanceof WireType.Struct struct) {
            contents = struct.components().stream().flatMap(each -> withContents(each.type()));
        } else if (type instanceof WireType.OrNull orNull) {
            contents = withContents(orNull.of());
        }
        return Stream.concat(contents, Stream.of(type));
    }
}
