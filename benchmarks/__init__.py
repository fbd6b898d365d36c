"""Quality, speed and load of the service, each one command."""
