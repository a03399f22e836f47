/**
 * The places where the class library differs from the JDK's own {@code java.base}, and why.
 *
 * <p>A class here that carries {@link org.bulkhead.vm.runtime.substitute.Substitutes} is never part of an image. The builder merges it into the class it names, member by member, and turns every
 * reference to it, here and anywhere else in the VM, into a reference to that class; so it also serves as a way to name a class or a private member that Java would not let the VM name.
 * What happens to a member is said by its annotation:
 * <ul>
 * <li>{@link org.bulkhead.vm.runtime.substitute.Replace}: the body stands in for that of the target's member of the same name and descriptor;
 * <li>{@link org.bulkhead.vm.runtime.substitute.Alias}: names a member of the target, so that the code here can use it; its own body or initial value counts for nothing (but see Alias);
 * <li>{@link org.bulkhead.vm.runtime.substitute.Delete}: the target's member must not be used; a call that happens nevertheless throws an error with the reason;
 * <li>{@link org.bulkhead.vm.runtime.substitute.Inject}, or none: a new member of the target.
 * </ul>
 * A member that is to be replaced, aliased or deleted and that the target does not have fails the build: that is how a change of the JDK is noticed.
 * Descriptors are compared after the renaming, so a parameter whose type the VM cannot name is declared with the type's substitution.
 *
 * <p>A static initialiser of a substitution runs after the target's own, unless {@link org.bulkhead.vm.runtime.substitute.Substitutes#initializer} says that it runs instead of it.
 * Classes nested in a substitution stay classes of their own, unless they are substitutions themselves.
 */
package org.bulkhead.vm.runtime.substitute;
