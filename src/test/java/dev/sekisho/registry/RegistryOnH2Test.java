package dev.sekisho.registry;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RegistryOnH2Test extends RegistryCases {}
