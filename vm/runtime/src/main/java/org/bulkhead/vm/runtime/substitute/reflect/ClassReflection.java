package org.bulkhead.vm.runtime.substitute.reflect;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.security.ProtectionDomain;
import jdk.internal.reflect.ConstantPool;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.layout.MembersLayout;
import org.bulkhead.vm.runtime.reflect.Members;
import org.bulkhead.vm.runtime.reflect.ProgramClassLoader;
import org.bulkhead.vm.runtime.reflect.Records;
import org.bulkhead.vm.runtime.reflect.TypeNames;
import org.bulkhead.vm.runtime.substitute.ClassSubstitution;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;
import org.bulkhead.vm.runtime.types.ClassInitialization;

/** What the class library's Class asks its VM, from the tables of the linker. */
@Substitutes("java.lang.Class")
final class ClassReflection {
    private static final String TABLE = "in the table";
    private static final String FOUND = "all classes are there";

    private ClassReflection() {}

    private Class<?> self() {
        return (Class<?>) (Object) this;
    }

    private Class<?> named(int part) {
        return Records.classOrNull(Records.part(self(), part));
    }

    private Class<?>[] list(int part) {
        return Records.classes(Records.part(self(), part));
    }

    @Replace(reason = FOUND)
    public static Class<?> forName(String wanted) throws ClassNotFoundException {
        return forName(wanted, true, null);
    }

    @Replace(reason = FOUND)
    public static Class<?> forName(String wanted, boolean initialize, ClassLoader loader) throws ClassNotFoundException {
        if (loader != null && loader != ProgramClassLoader.instance() && !wanted.startsWith("[")) {
            return loader.loadClass(wanted);
        }
        Class<?> found = TypeNames.find(wanted);
        if (found == null) {
            throw new ClassNotFoundException(wanted);
        }
        if (initialize) {
            ClassInitialization.initialize(ClassSubstitution.hubOf(found));
        }
        return found;
    }

    @Replace(reason = FOUND)
    public static Class<?> forName(Module module, String wanted) {
        return TypeNames.find(wanted);
    }

    @Replace(reason = "one loader has all classes of the program")
    public ClassLoader getClassLoader() {
        return ProgramClassLoader.of(self());
    }

    @Replace(reason = "one loader has all classes of the program")
    ClassLoader getClassLoader0() {
        return ProgramClassLoader.of(self());
    }

    @Replace(reason = "there are two modules")
    public Module getModule() {
        return ProgramClassLoader.moduleOf(self());
    }

    @Replace(reason = "packages belong to the loader of the program")
    public Package getPackage() {
        Class<?> self = self();
        if (self.isPrimitive() || self.isArray()) {
            return null;
        }
        return jdk.internal.access.SharedSecrets.getJavaLangAccess().definePackage(ProgramClassLoader.instance(), self.getPackageName(), self.getModule());
    }

    @Replace(reason = "code has no source that policies would ask for")
    private ProtectionDomain getProtectionDomain0() {
        return null;
    }

    @Replace(reason = "classes are not signed")
    public Object[] getSigners() {
        return null;
    }

    @Replace(reason = TABLE)
    private Class<?>[] getInterfaces0() {
        if (self().isArray()) {
            return new Class<?>[] {Cloneable.class, java.io.Serializable.class};
        }
        return list(MembersLayout.INTERFACES);
    }

    @Replace(reason = TABLE)
    private Object[] getEnclosingMethod0() {
        Class<?> enclosing = named(MembersLayout.ENCLOSING_CLASS);
        if (enclosing == null) {
            return null;
        }
        return new Object[] {enclosing, Records.text(Records.part(self(), MembersLayout.ENCLOSING_METHOD)), Records.text(Records.part(self(), MembersLayout.ENCLOSING_DESCRIPTOR))};
    }

    @Replace(reason = TABLE)
    private Class<?> getDeclaringClass0() {
        return named(MembersLayout.DECLARING_CLASS);
    }

    @Replace(reason = TABLE)
    private String getSimpleBinaryName0() {
        return Records.text(Records.part(self(), MembersLayout.SOURCE_NAME));
    }

    @Replace(reason = TABLE)
    private String getGenericSignature0() {
        return Records.text(Records.part(self(), MembersLayout.CLASS_SIGNATURE));
    }

    @Replace(reason = TABLE)
    byte[] getRawAnnotations() {
        return Records.bytes(Records.part(self(), MembersLayout.CLASS_ANNOTATIONS));
    }

    @Replace(reason = TABLE)
    byte[] getRawTypeAnnotations() {
        return Records.bytes(Records.part(self(), MembersLayout.CLASS_TYPE_ANNOTATIONS));
    }

    @Replace(reason = TABLE)
    ConstantPool getConstantPool() {
        return ConstantPoolSubstitution.of(self());
    }

    @Replace(reason = TABLE)
    private Field[] getDeclaredFields0(boolean publicOnly) {
        return Members.fields(self(), publicOnly);
    }

    @Replace(reason = TABLE)
    private Method[] getDeclaredMethods0(boolean publicOnly) {
        return Members.methods(self(), publicOnly);
    }

    @Replace(reason = TABLE)
    private Constructor<?>[] getDeclaredConstructors0(boolean publicOnly) {
        return Members.constructors(self(), publicOnly);
    }

    @Replace(reason = TABLE)
    private Class<?>[] getDeclaredClasses0() {
        return list(MembersLayout.MEMBER_CLASSES);
    }

    @Replace(reason = TABLE)
    private RecordComponent[] getRecordComponents0() {
        return Members.components(self());
    }

    @Replace(reason = TABLE)
    private boolean isRecord0() {
        return !Records.part(self(), MembersLayout.RECORD_COMPONENTS).isZero();
    }

    @Replace(reason = TABLE)
    private Class<?> getNestHost0() {
        Class<?> host = named(MembersLayout.NEST_HOST);
        return host == null ? self() : host;
    }

    @Replace(reason = TABLE)
    private Class<?>[] getNestMembers0() {
        Class<?> host = getNestHost0();
        Address names = Records.part(host, MembersLayout.NEST_MEMBERS);
        Class<?>[] all = new Class<?>[1 + Records.count(names)];
        all[0] = host;
        System.arraycopy(Records.classes(names), 0, all, 1, all.length - 1);
        return all;
    }

    @Replace(reason = TABLE)
    private Class<?>[] getPermittedSubclasses0() {
        Address names = Records.part(self(), MembersLayout.PERMITTED_SUBCLASSES);
        return names.isZero() ? null : Records.classes(names);
    }
}
