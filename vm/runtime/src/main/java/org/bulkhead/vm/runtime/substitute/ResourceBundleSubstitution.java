package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.util.ResourceBundle")
@Delete(reason = "locale data is read from resources, which images do not hold")
final class ResourceBundleSubstitution {
    private ResourceBundleSubstitution() {}
}
