package org.bulkhead.vm.verifier.types;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.verifier.ClassView;
import org.bulkhead.vm.verifier.code.Opcode;
import org.bulkhead.vm.verifier.format.Flags;
import org.bulkhead.vm.verifier.format.Member;
import org.bulkhead.vm.verifier.format.Names;
import org.bulkhead.vm.verifier.types.VerificationType.Kind;

/** The instructions that name fields and methods. */
final class MemberRules {
    private static final String OBJECT = "java/lang/Object";

    private final MethodContext context;

    MemberRules(MethodContext context) {
        this.context = context;
    }

    void execute(int opcode, int offset, Frame frame) {
        int index = context.instructions().index(offset);
        switch (opcode) {
            case Opcode.GETSTATIC -> frame.push(type(context.constants().member(index)));
            case Opcode.PUTSTATIC -> context.pop(frame, type(context.constants().member(index)));
            case Opcode.GETFIELD -> {
                Member field = context.constants().member(index);
                VerificationType target = context.pop(frame, owner(field));
                checkProtected(field, target);
                frame.push(type(field));
            }
            case Opcode.PUTFIELD -> {
                Member field = context.constants().member(index);
                context.pop(frame, type(field));
                putField(field, frame);
            }
            case Opcode.INVOKEVIRTUAL, Opcode.INVOKEINTERFACE -> {
                Member method = context.constants().member(index);
                arguments(method, frame);
                checkProtected(method, context.pop(frame, owner(method)));
                result(method, frame);
            }
            case Opcode.INVOKESTATIC -> {
                Member method = context.constants().member(index);
                arguments(method, frame);
                result(method, frame);
            }
            case Opcode.INVOKESPECIAL -> {
                Member method = context.constants().member(index);
                arguments(method, frame);
                if (method.name().equals(Names.CONSTRUCTOR)) {
                    initialize(method, offset, frame);
                } else {
                    callSpecial(method, frame);
                    result(method, frame);
                }
            }
            case Opcode.INVOKEDYNAMIC -> {
                Member site = context.constants().dynamic(index);
                arguments(site, frame);
                result(site, frame);
            }
            default -> throw new AssertionError(opcode);
        }
    }

    private static VerificationType owner(Member member) {
        return VerificationType.object(member.owner());
    }

    private static VerificationType type(Member field) {
        return VerificationType.ofDescriptor(field.descriptor(), 0);
    }

    private void arguments(Member method, Frame frame) {
        List<VerificationType> types = new ArrayList<>();
        String descriptor = method.descriptor();
        for (int at = 1; descriptor.charAt(at) != ')'; at = Names.endOfField(descriptor, at)) {
            types.add(VerificationType.ofDescriptor(descriptor, at));
        }
        for (int i = types.size() - 1; i >= 0; i--) {
            context.pop(frame, types.get(i));
        }
    }

    private static void result(Member method, Frame frame) {
        int start = method.descriptor().indexOf(')') + 1;
        if (method.descriptor().charAt(start) != 'V') {
            frame.push(VerificationType.ofDescriptor(method.descriptor(), start));
        }
    }

    /** A constructor may store to its own class's fields before it calls another one. */
    private void putField(Member field, Frame frame) {
        VerificationType target = frame.pop();
        if (target.kind() == Kind.UNINITIALIZED_THIS && context.isConstructor() && field.owner().equals(context.file().name()) && context.declaresField(field)) {
            return;
        }
        context.requireAssignable(target, owner(field));
        checkProtected(field, target);
    }

    private void initialize(Member method, int offset, Frame frame) {
        VerificationType made = frame.pop();
        if (made.kind() == Kind.UNINITIALIZED_THIS) {
            if (!method.owner().equals(context.file().name()) && !method.owner().equals(context.file().superclass())) {
                throw context.site().unverifiable("the constructor calls that of " + method.owner().replace('/', '.') + ", which is neither its class nor its superclass");
            }
            context.initializesThis(offset);
            frame.replace(made, VerificationType.object(context.file().name()));
            frame.setAwaitsInitialization(false);
        } else if (made.kind() == Kind.UNINITIALIZED) {
            VerificationType type = context.classConstant(context.instructions().index(made.offset()));
            if (!type.name().equals(method.owner())) {
                throw context.site().unverifiable("a constructor of " + method.owner().replace('/', '.') + " is called for an object of " + type);
            }
            frame.replace(made, type);
            checkProtectedConstructor(method, type);
        } else {
            throw context.site().unverifiable("a constructor is called for " + made);
        }
    }

    private void callSpecial(Member method, Frame frame) {
        String own = context.file().name();
        boolean direct = method.owner().equals(own) || context.file().interfaces().contains(method.owner());
        boolean inherited = !direct && !context.isInterface(method.owner()) && context.types().isSubclass(own, method.owner());
        if (!direct && !inherited) {
            throw context.site().unverifiable("invokespecial calls a method of " + method.owner().replace('/', '.') + ", which is neither the class nor a superclass or direct superinterface of it");
        }
        context.pop(frame, VerificationType.object(own));
    }

    /** JVMS 4.10.1.8: what is protected in a superclass of another package is reached only in objects of this class. */
    private void checkProtected(Member member, VerificationType target) {
        boolean cloneOfArray = target.isArray() && member.name().equals("clone");
        if (cloneOfArray || !isProtectedElsewhere(member)) {
            return;
        }
        if (!context.types().isAssignable(target, VerificationType.object(context.file().name()))) {
            throw context.site().unverifiable(member + " is protected, and " + target + " is no " + context.file().name().replace('/', '.'));
        }
    }

    private void checkProtectedConstructor(Member constructor, VerificationType type) {
        if (isProtectedElsewhere(constructor)) {
            throw context.site().unverifiable("the constructor " + constructor + " is protected, and cannot make an object of " + type + " here");
        }
    }

    /** Returns whether a member is a protected one of a superclass in another package. */
    private boolean isProtectedElsewhere(Member member) {
        String own = context.file().name();
        if (member.owner().charAt(0) == '[' || own.equals(OBJECT) || !context.isOwnSuperclass(member.owner())) {
            return false;
        }
        boolean field = member.descriptor().charAt(0) != '(';
        for (String each = member.owner(); each != null;) {
            ClassView view = context.find(each);
            int access = field ? view.fieldAccess(member.name(), member.descriptor()) : view.methodAccess(member.name(), member.descriptor());
            if (access != ClassView.NOT_DECLARED) {
                return (access & Flags.PROTECTED) != 0 && !packageOf(each).equals(packageOf(own));
            }
            each = view.superclass();
        }
        return false;
    }

    private static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }
}
