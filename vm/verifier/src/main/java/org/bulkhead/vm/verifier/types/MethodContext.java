package org.bulkhead.vm.verifier.types;

import java.util.Set;
import java.util.TreeSet;
import org.bulkhead.vm.verifier.ClassHierarchy;
import org.bulkhead.vm.verifier.ClassView;
import org.bulkhead.vm.verifier.Site;
import org.bulkhead.vm.verifier.code.Instructions;
import org.bulkhead.vm.verifier.format.ClassFile;
import org.bulkhead.vm.verifier.format.CodeAttribute;
import org.bulkhead.vm.verifier.format.ConstantPool;
import org.bulkhead.vm.verifier.format.Member;
import org.bulkhead.vm.verifier.format.MemberDeclaration;
import org.bulkhead.vm.verifier.format.Names;
import org.bulkhead.vm.verifier.types.VerificationType.Kind;

/** The method that is verified, with what all rules need: its class, the classes around it, where a problem is. */
final class MethodContext {
    private final ClassFile file;
    private final MemberDeclaration method;
    private final Instructions instructions;
    private final ClassHierarchy hierarchy;
    private final Assignability types;
    private final Site site;
    private final Set<Integer> initializations = new TreeSet<>();

    MethodContext(ClassFile file, MemberDeclaration method, Instructions instructions, ClassHierarchy hierarchy, Site site) {
        this.file = file;
        this.method = method;
        this.instructions = instructions;
        this.hierarchy = hierarchy;
        this.site = site;
        types = new Assignability(hierarchy, site);
    }

    ClassFile file() {
        return file;
    }

    ConstantPool constants() {
        return file.constants();
    }

    CodeAttribute code() {
        return method.code();
    }

    Instructions instructions() {
        return instructions;
    }

    Assignability types() {
        return types;
    }

    Site site() {
        return site;
    }

    boolean isConstructor() {
        return method.isConstructor();
    }

    /** Returns the frame with which the method begins. */
    Frame firstFrame() {
        Frame frame = new Frame(code().maxLocals(), code().maxStack(), site);
        int local = 0;
        if (!method.isStatic()) {
            boolean uninitialized = isConstructor() && file.superclass() != null;
            frame.setLocal(local++, uninitialized ? VerificationType.UNINITIALIZED_THIS : VerificationType.object(file.name()));
            frame.setAwaitsInitialization(uninitialized);
        }
        String descriptor = method.descriptor();
        for (int at = 1; descriptor.charAt(at) != ')'; at = Names.endOfField(descriptor, at)) {
            VerificationType type = VerificationType.ofDescriptor(descriptor, at);
            frame.setLocal(local, type);
            local += type.slots();
        }
        return frame;
    }

    /** Returns the slots of the arguments, the receiver included. */
    int argumentSlots() {
        return Names.argumentSlots(method.descriptor()) + (method.isStatic() ? 0 : 1);
    }

    /** Takes an operand that must be assignable to a type, and returns what it is. */
    VerificationType pop(Frame frame, VerificationType wanted) {
        VerificationType found = frame.pop();
        requireAssignable(found, wanted);
        return found;
    }

    void requireAssignable(VerificationType found, VerificationType wanted) {
        if (!types.isAssignable(found, wanted)) {
            throw site.unverifiable("the operand is " + found + " where " + wanted + " is needed");
        }
    }

    /** Takes an initialised reference. */
    VerificationType popReference(Frame frame) {
        VerificationType found = frame.pop();
        if (!found.isInitializedReference()) {
            throw site.unverifiable("the operand is " + found + " where a reference to an initialised object is needed");
        }
        return found;
    }

    /** Takes a reference, be the object initialised or not. */
    VerificationType popAnyReference(Frame frame) {
        VerificationType found = frame.pop();
        if (!found.isReference()) {
            throw site.unverifiable("the operand is " + found + " where a reference is needed");
        }
        return found;
    }

    /** Returns the type that a class constant names. */
    VerificationType classConstant(int index) {
        return VerificationType.object(constants().className(index, "the instruction"));
    }

    /** The method returns a value by the instruction for int, long, float, double or reference (0 to 4). */
    void returns(int instruction, Frame frame) {
        int start = method.descriptor().indexOf(')') + 1;
        if (method.descriptor().charAt(start) == 'V') {
            throw site.unverifiable("a value is returned from a method that returns nothing");
        }
        VerificationType result = VerificationType.ofDescriptor(method.descriptor(), start);
        Kind[] kinds = {Kind.INT, Kind.LONG, Kind.FLOAT, Kind.DOUBLE, Kind.OBJECT};
        if (result.kind() != kinds[instruction]) {
            throw site.unverifiable("the instruction returns another kind of value than " + result + ", which the method returns");
        }
        pop(frame, result);
    }

    void returnsNothing(Frame frame) {
        if (!method.descriptor().endsWith(")V")) {
            throw site.unverifiable("nothing is returned from a method that returns a value");
        }
        if (frame.awaitsInitialization()) {
            throw site.unverifiable("the constructor returns before this has been initialised by another constructor");
        }
    }

    /** Another constructor is called for {@code this} at {@code offset}. */
    void initializesThis(int offset) {
        initializations.add(offset);
    }

    /** Returns where other constructors are called for {@code this}. */
    Set<Integer> initializations() {
        return initializations;
    }

    /** Returns whether the class itself declares a field. */
    boolean declaresField(Member field) {
        return file.fields().stream().anyMatch(each -> each.name().equals(field.name()) && each.descriptor().equals(field.descriptor()));
    }

    /** Returns a class that must be there. */
    ClassView find(String name) {
        ClassView view = hierarchy.find(name);
        if (view == null) {
            throw site.missing(name);
        }
        return view;
    }

    boolean isInterface(String name) {
        ClassView view = name.charAt(0) == '[' ? null : hierarchy.find(name);
        return view != null && view.isInterface();
    }

    /** Returns whether the class has another one among its superclasses, itself not counted. */
    boolean isOwnSuperclass(String name) {
        return file.superclass() != null && !name.equals(file.name()) && types.isSubclass(file.superclass(), name);
    }
}
