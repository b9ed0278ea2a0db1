import IAM
