package org.rectify.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class HostApiTest {

    @Test
    void versionsAreThoseOfThePackagesThemselves() {
        Map<String, Version> annotated = new TreeMap<>();
        for (JavaClass declaration : new ClassFileImporter().importPackages("org.rectify.api")) {
            if (declaration.getSimpleName().equals("package-info")) {
                String version = declaration
                        .getAnnotationOfType("org.osgi.annotation.versioning.Version")
                        .get("value")
                        .orElseThrow()
                        .toString();
                annotated.put(declaration.getPackageName(), Version.parseVersion(version));
            }
        }

        assertThat(annotated).hasSizeGreaterThan(10);
        assertThat(HostApi.read().packages()).isEqualTo(annotated);
    }
}
