"""One analysis a module; each declares the tables it fills and is a frozen dataclass whose fields are its settings."""
