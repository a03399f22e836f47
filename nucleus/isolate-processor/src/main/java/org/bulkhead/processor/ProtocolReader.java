package org.bulkhead.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.bulkhead.processor.ProtocolModel.Answer;
import org.bulkhead.processor.ProtocolModel.Content;
import org.bulkhead.processor.ProtocolModel.Direction;
import org.bulkhead.processor.ProtocolModel.Loan;
import org.bulkhead.processor.ProtocolModel.Moved;
import org.bulkhead.processor.ProtocolModel.Operation;
import org.bulkhead.processor.ProtocolModel.Parameter;
import org.bulkhead.processor.ProtocolModel.TimeLimit;
import org.bulkhead.processor.ProtocolModel.Value;

/** Turns an interface into a {@link ProtocolModel}, or reports why it is no protocol. */
final class ProtocolReader {
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,8})(us|ms|s)");
    private static final String BYTE_BUFFER = "java.nio.ByteBuffer";

    private final Annotations annotations;
    private final Types types;
    private final Problems problems;

    ProtocolReader(Annotations annotations, Types types, Problems problems) {
        this.annotations = annotations;
        this.types = types;
        this.problems = problems;
    }

    /** Returns the protocol, or null after reporting problems. */
    ProtocolModel read(TypeElement source) {
        int before = problems.count();
        checkInterface(source);
        int version = (Integer) annotations.value(annotations.find(source, Names.PROTOCOL), "version");
        if (version < 1 || version > ProtocolModel.VERSION_LIMIT) {
            problems.report(source, "protocol " + source.getSimpleName() + " has the version " + version + ": use 1 to " + ProtocolModel.VERSION_LIMIT);
        }
        ClassName type = ClassName.get(source);
        TypeReader reader = new TypeReader(annotations, problems, type.packageName());
        List<Operation> operations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ExecutableElement each : ElementFilter.methodsIn(source.getEnclosedElements())) {
            if (!each.getModifiers().contains(Modifier.ABSTRACT)) {
                continue;
            }
            if (!names.add(each.getSimpleName().toString())) {
                problems.report(each, describe(each) + " has the name of another method of the protocol: each operation needs its own");
            }
            operations.add(operation(each, operations.size() + 1, reader));
        }
        if (operations.isEmpty() || operations.size() > ProtocolModel.OPERATION_LIMIT) {
            problems.report(source, "protocol " + source.getSimpleName() + " has " + operations.size() + " methods: 1 to " + ProtocolModel.OPERATION_LIMIT + " are possible");
        }
        return problems.count() == before ? new ProtocolModel(source, type, version, List.copyOf(operations)) : null;
    }

    private void checkInterface(TypeElement source) {
        String name = "protocol " + source.getSimpleName();
        if (source.getKind() != ElementKind.INTERFACE) {
            problems.report(source, name + " is no interface: only an interface can have @Protocol");
        }
        if (!source.getTypeParameters().isEmpty()) {
            problems.report(source, name + " has type parameters, which cannot be encoded");
        }
        if (!source.getInterfaces().isEmpty()) {
            problems.report(source, name + " extends other interfaces: a protocol has all of its methods itself, in the order of their numbers");
        }
        for (Element each = source; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                problems.report(source, name + " is private: its client and dispatcher are classes of their own and could not see it");
            }
        }
    }

    private static String describe(ExecutableElement method) {
        return ((TypeElement) method.getEnclosingElement()).getSimpleName() + "." + method.getSimpleName();
    }

    private Operation operation(ExecutableElement method, int number, TypeReader reader) {
        if (!method.getTypeParameters().isEmpty()) {
            problems.report(method, describe(method) + " has type parameters, which cannot be encoded");
        }
        List<Parameter> parameters = new ArrayList<>();
        for (VariableElement each : method.getParameters()) {
            Content content = content(method, each, reader);
            if (content != null) {
                parameters.add(new Parameter(each.getSimpleName().toString(), content));
            }
        }
        WireType result = method.getReturnType().getKind() == TypeKind.VOID ? null : reader.read(method.getReturnType(), method, method, describe(method) + ": the result");
        Operation operation = new Operation(method, method.getSimpleName().toString(), number, List.copyOf(parameters), result, exceptions(method), answer(method),
            annotations.has(method, Names.IDEMPOTENT), timeout(method));
        checkSizes(operation);
        checkTransfers(operation);
        if (operation.answer() == Answer.NONE) {
            checkOneWay(operation);
        }
        return operation;
    }

    private Content content(ExecutableElement method, VariableElement parameter, TypeReader reader) {
        String what = describe(method) + ": " + parameter.getSimpleName();
        AnnotationMirror lent = annotations.find(parameter, Names.LENT);
        boolean isBuffer = parameter.asType().toString().endsWith(BYTE_BUFFER) && parameter.asType() instanceof DeclaredType;
        if (lent != null || isBuffer) {
            return loan(lent, isBuffer, parameter, what);
        }
        if (parameter.asType().toString().equals(Names.HANDLE.canonicalName())) {
            return new Moved();
        }
        if (annotations.has(parameter, Names.TIMEOUT)) {
            if (parameter.asType().getKind() != TypeKind.LONG) {
                problems.report(parameter, what + " has @Timeout: it must be a long, in nanoseconds");
            }
            return new TimeLimit();
        }
        WireType type = reader.read(parameter.asType(), parameter, parameter, what);
        return type == null ? null : new Value(type);
    }

    private Content loan(AnnotationMirror lent, boolean isBuffer, VariableElement parameter, String what) {
        if (!isBuffer) {
            problems.report(parameter, what + " has @Lent: only a ByteBuffer can be lent");
            return null;
        }
        if (lent == null) {
            problems.report(parameter, what + " is a ByteBuffer, which is lent: say with @Lent whether the server reads or writes it, and how much at most");
            return null;
        }
        int max = (Integer) annotations.value(lent, "max");
        if (max < 1) {
            problems.report(parameter, what + " has @Lent with max = " + max + ": it must be above 0");
        }
        return new Loan(Direction.valueOf(((Element) annotations.value(lent, "value")).getSimpleName().toString()), max);
    }

    private Answer answer(ExecutableElement method) {
        boolean oneWay = annotations.has(method, Names.ONE_WAY);
        boolean deferred = annotations.has(method, Names.DEFERRED);
        if (oneWay && deferred) {
            problems.report(method, describe(method) + " is @OneWay and @Deferred: what has no answer cannot put it off");
        }
        if (oneWay) {
            return Answer.NONE;
        }
        return deferred ? Answer.DEFERRED : Answer.RETURNED;
    }

    private long timeout(ExecutableElement method) {
        AnnotationMirror deadline = annotations.find(method, Names.DEADLINE);
        boolean hasParameter = method.getParameters().stream().anyMatch(each -> annotations.has(each, Names.TIMEOUT));
        if (deadline == null) {
            if (method.getParameters().stream().filter(each -> annotations.has(each, Names.TIMEOUT)).count() > 1) {
                problems.report(method, describe(method) + " has more than one @Timeout: keep one");
            }
            return -1;
        }
        if (hasParameter) {
            problems.report(method, describe(method) + " has @Deadline and a parameter with @Timeout: keep one");
        }
        String text = (String) annotations.value(deadline, "value");
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            problems.report(method, describe(method) + " has @Deadline(\"" + text + "\"): write a number above 0 and us, ms or s, as in \"500ms\"");
            return -1;
        }
        long unit = switch (matcher.group(2)) {
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            default -> 1_000_000_000L;
        };
        return Long.parseLong(matcher.group(1)) * unit;
    }

    private List<ClassName> exceptions(ExecutableElement method) {
        List<ClassName> found = new ArrayList<>();
        List<? extends TypeMirror> thrown = method.getThrownTypes();
        for (TypeMirror each : thrown) {
            TypeElement element = (TypeElement) types.asElement(each);
            boolean hasText = ElementFilter.constructorsIn(element.getEnclosedElements()).stream().anyMatch(constructor -> constructor.getParameters().size() == 1
                && constructor.getParameters().get(0).asType().toString().equals("java.lang.String") && !constructor.getModifiers().contains(Modifier.PRIVATE));
            if (!hasText || element.getModifiers().contains(Modifier.ABSTRACT)) {
                problems.report(method, describe(method) + " throws " + element.getSimpleName() + ", which has no constructor with a String: its client could not throw it");
            }
            if (thrown.stream().anyMatch(other -> other != each && types.isSubtype(each, other))) {
                problems.report(method, describe(method) + " throws " + element.getSimpleName() + " and a superclass of it, which could not be told apart: keep one");
            }
            found.add(ClassName.get(element));
        }
        return List.copyOf(found);
    }

    private void checkSizes(Operation operation) {
        int least = operation.parameters().stream().mapToInt(Parameter::min).sum();
        int most = operation.parameters().stream().mapToInt(Parameter::declaredMax).sum();
        reportSize(operation, "the parameters", Math.max(least, most), least, operation.capacity());
        if (operation.result() != null) {
            reportSize(operation, "the result", Math.max(operation.result().min(), operation.result().declaredMax()), operation.result().min(), ProtocolModel.PAYLOAD_SIZE);
        }
    }

    private void reportSize(Operation operation, String what, int most, int least, int capacity) {
        if (most > capacity) {
            problems.report(operation.source(), describe(operation.source()) + ": " + what + " may take " + most + " bytes, a payload has " + capacity
                + (capacity < ProtocolModel.PAYLOAD_SIZE ? " beside handles" : "") + ": " + (least > capacity ? "take some out, or lend memory" : "lower @MaxLength, or lend memory"));
        }
    }

    private void checkTransfers(Operation operation) {
        ExecutableElement method = operation.source();
        if (operation.leases() + operation.handles() > ProtocolModel.TRANSFER_LIMIT) {
            String moved = operation.handles() == 0 ? "" : " and moves " + operation.handles() + " handles";
            problems.report(method, describe(method) + " lends " + operation.leases() + " buffers" + moved + ": at most " + ProtocolModel.TRANSFER_LIMIT + " travel with a message");
        }
        if (operation.handles() > 0 && operation.isIdempotent()) {
            problems.report(method, describe(method) + " is @Idempotent and moves a handle, which arrives only once: take one of the two away");
        }
        // A lease is named by its place among all that travels.
        if (operation.parameters().stream().dropWhile(each -> !each.isMoved()).anyMatch(Parameter::isLent)) {
            problems.report(method, describe(method) + " lends a buffer behind a handle: put handles last");
        }
    }

    private void checkOneWay(Operation operation) {
        ExecutableElement method = operation.source();
        if (operation.result() != null || !operation.exceptions().isEmpty()) {
            problems.report(method, describe(method) + " is @OneWay and so has no reply: make it void and take its exceptions away");
        }
        if (operation.leases() > 0) {
            problems.report(method, describe(method) + " is @OneWay: memory is lent until the reply, and there is none");
        }
        if (operation.timeout() >= 0 || operation.isIdempotent() || operation.parameters().stream().anyMatch(each -> each.content() instanceof TimeLimit)) {
            problems.report(method, describe(method) + " is @OneWay: it never waits and is never repeated, so @Deadline, @Timeout and @Idempotent say nothing");
        }
    }
}
